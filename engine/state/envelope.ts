import { META_NAME } from "./encryption";
import type { StackId } from "./stack-id";

/** What a stored state says of itself without any key. */
export type Envelope =
  | { readonly kind: "encrypted"; readonly serial: number; readonly lineage: string; readonly key?: KeyMark }
  | { readonly kind: "plain"; readonly serial: number; readonly lineage: string }
  /** A file of no byte: OpenTofu takes it for no state at all. */
  | { readonly kind: "empty" }
  /** Cut, or never a state. */
  | { readonly kind: "broken" };

/** Which key encrypted it, for which stack. */
export interface KeyMark extends StackId {
  readonly id: string;
}

interface Outside {
  readonly serial?: unknown;
  readonly lineage?: unknown;
  readonly encryption_version?: unknown;
  readonly encrypted_data?: unknown;
  readonly terraform_version?: unknown;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Reads the outside of a state, as OpenTofu stores it. */
export function openEnvelope(bytes: Uint8Array): Envelope {
  if (bytes.length === 0) return { kind: "empty" };
  const outside = parse(Buffer.from(bytes).toString()) as Outside | undefined;
  if (!outside) return { kind: "broken" };
  const { serial, lineage, encryption_version, encrypted_data, terraform_version, meta = {} } = outside;
  if (typeof serial !== "number" || typeof lineage !== "string") return { kind: "broken" };
  if (typeof encryption_version === "string" && typeof encrypted_data === "string") {
    const mark = meta[META_NAME] ?? meta[`${META_NAME}-before`];
    const key = typeof mark === "string" ? keyMark(mark) : undefined;
    return { kind: "encrypted", serial, lineage, ...(key && { key }) };
  }
  return typeof terraform_version === "string" ? { kind: "plain", serial, lineage } : { kind: "broken" };
}

function keyMark(base64: string): KeyMark | undefined {
  const { external_data: data } = (parse(Buffer.from(base64, "base64").toString()) ?? {}) as {
    external_data?: Readonly<Record<string, unknown>>;
  };
  const { key, owner, stack } = data ?? {};
  const isWhole = typeof key === "string" && typeof owner === "string" && typeof stack === "string";
  return isWhole ? { id: key, owner, stack } : undefined;
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
