import { openEnvelope } from "./envelope";
import { stateProblem } from "./explain";
import { byStack, type StackId } from "./stack-id";
import type { StateStore } from "./store/store";

/** A state of the place, by its outside. */
export interface ListedState extends StackId {
  readonly serial?: number;

  /** Id of the key that encrypted it. */
  readonly key?: string;

  /** Bytes, as stored. */
  readonly size: number;

  /** What is wrong with it, whatever key is given. */
  readonly problem?: string;

  /** Nothing in the config has this town or target any more. */
  readonly orphan: boolean;
}

/**
 * Every state of the place, sorted. An orphan is a state of a town or target that the config does not hold: what it
 * made may still run, and be billed.
 *
 * @param known - INSEE codes of the towns and names of the targets of the config
 */
export async function listStates(store: StateStore, known: ReadonlySet<string>): Promise<ListedState[]> {
  const listed = (await store.list()).map(({ owner, stack, bytes = Buffer.alloc(0) }): ListedState => {
    const envelope = openEnvelope(bytes);
    const key = envelope.kind === "encrypted" ? envelope.key?.id : undefined;
    const problem = stateProblem(bytes, { stack: { owner, stack }, keys: key ? [key] : [] })?.code;
    return {
      owner,
      stack,
      ...("serial" in envelope && { serial: envelope.serial }),
      ...(key && { key }),
      size: bytes.length,
      ...(problem && { problem }),
      orphan: !known.has(owner),
    };
  });
  return listed.sort(byStack);
}
