import {
  damagedState,
  notEncrypted,
  planOfAnotherKey,
  stateLocked,
  swappedState,
  wrongKey,
} from "../../problems/catalogue/state";
import { OperatorError, type Problem, ToolError } from "../../problems/problem";
import { openEnvelope } from "./envelope";
import { parseLockError } from "./lock";
import type { StatePlace } from "./place";
import { isSameStack, type StackId, stackPath } from "./stack-id";
import type { StateStore } from "./store/store";

export interface Failed {
  readonly stack: StackId;
  readonly place: StatePlace;

  /** Ids of the keys that OpenTofu was given. */
  readonly keys: readonly string[];
  readonly store: () => Promise<StateStore>;
}

/** Words of OpenTofu when it could not read a state. */
const UNREADABLE =
  /decrypt|encrypt|state snapshot|unsupported state|refresh(ing)? (destination )?state|loading state|state file|lineage/i;

const DECRYPTION = /decryption failed|authentication failed/;

/** Words of OpenTofu when it was to read a plan. */
const PLAN = /plan read error|as a plan file|plan file/i;

/** Words of OpenTofu's `pg` backend, and of PostgreSQL and the network under it. */
const STORE = /pq:|dial tcp|password|no such host|connection|S3|bucket|RequestError|api error/i;

/**
 * A failure of OpenTofu that the state explains, in our words: who holds the lock, which key is wanted, what is
 * damaged. Any other failure is given back as it is. Looks at the state only once something failed.
 */
export async function explainFailure(error: unknown, failed: Failed): Promise<unknown> {
  if (!(error instanceof ToolError)) return error;
  const said = error.problems.map(({ what }) => what.en).join("\n");
  const state = stackPath(failed.stack);
  const lock = parseLockError(said);
  if (lock) {
    const holder = (await (await failed.store()).lockHolder?.(failed.stack)) ?? lock;
    return new ToolError([stateLocked({ state, holder, outlives: failed.place.kind !== "pg" && lock.id !== "" })]);
  }
  if (DECRYPTION.test(said) && PLAN.test(said)) return new OperatorError([planOfAnotherKey({ state })]);
  if (!UNREADABLE.test(said) && !STORE.test(said)) return error;
  try {
    const bytes = await (await failed.store()).read(failed.stack);
    const problem = stateProblem(bytes, failed);
    // The key is right, and the outside is what OpenTofu wrote: only the inside can be wrong.
    if (bytes && !problem && DECRYPTION.test(said)) return new OperatorError([damagedState({ state, how: "altered" })]);
    return problem ? new OperatorError([problem]) : error;
  } catch (told) {
    return told instanceof OperatorError ? told : error; // our own look at the place failed, and says why
  }
}

/** What the outside of a state tells against it; undefined when it is fine, or when there is none. */
export function stateProblem(
  bytes: Buffer | undefined,
  { stack, keys }: Pick<Failed, "stack" | "keys">,
): Problem | undefined {
  if (!bytes) return undefined;
  const state = stackPath(stack);
  const envelope = openEnvelope(bytes);
  if (envelope.kind === "broken") return damagedState({ state, how: "cut" });
  if (envelope.kind === "empty") return damagedState({ state, how: "empty" });
  if (envelope.kind === "plain") return notEncrypted({ state });
  const { key } = envelope;
  if (!key) return wrongKey({ state, wanted: "?", given: keys });
  if (!isSameStack(key, stack)) return swappedState({ state, found: stackPath(key) });
  return keys.includes(key.id) ? undefined : wrongKey({ state, wanted: key.id, given: keys });
}
