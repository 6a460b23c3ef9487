import type { LockHolder } from "../lock";
import type { StackId } from "../stack-id";

/** A state as it lies in its place. */
export interface StoredState extends StackId {
  /** What OpenTofu wrote: encrypted, unless something went wrong. Absent: we may not read it. */
  readonly bytes?: Buffer;
}

/** Why a copy was made. */
export const REASONS = ["apply", "asked", "restore", "rotate", "unreadable"] as const;
export type Reason = (typeof REASONS)[number];

/** A copy of a state. */
export interface Copy {
  /** Name of the copy in its store. */
  readonly name: string;

  /** When it was made. */
  readonly at: Date;
  readonly why: Reason;

  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads states as they lie, without OpenTofu and without any key, and keeps their copies. It changes a state in one
 * way only, by taking it away: everything else goes through OpenTofu, which holds the lock meanwhile.
 */
export interface StateStore {
  /** The state's bytes; undefined when there is none. */
  read(stack: StackId): Promise<Buffer | undefined>;

  /** Every state of the place, in no order. */
  list(): Promise<StoredState[]>;

  /** Takes the state away, once a copy of it is kept. */
  remove(stack: StackId): Promise<void>;

  /** Keeps a copy; its name tells the time. */
  keep(stack: StackId, bytes: Buffer, why: Reason): Promise<Copy>;

  /** Copies of a state, oldest first. */
  copies(stack: StackId): Promise<Copy[]>;

  /** The bytes of a copy, exactly as they were kept. */
  readCopy(stack: StackId, copy: Copy): Promise<Buffer>;

  /** Who holds the lock, where the place itself knows better than OpenTofu. */
  lockHolder?(stack: StackId): Promise<LockHolder | undefined>;

  close(): Promise<void>;
}
