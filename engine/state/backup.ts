import { sha256 } from "../digest";
import type { StackId } from "./stack-id";
import type { Copy, Reason, StateStore } from "./store/store";

/**
 * Keeps a copy of a state as it lies in its place, encrypted as it is: no key and no OpenTofu are needed. To be called
 * before whatever may change the state. A state that is the same as its last copy is not copied again; the copy of a
 * state that does not exist yet is empty.
 *
 * @throws OperatorError, ToolError when the place refuses or does not answer: then nothing must be changed either
 */
export async function backupState(store: StateStore, stack: StackId, why: Reason = "apply"): Promise<Copy> {
  const bytes = (await store.read(stack)) ?? Buffer.alloc(0);
  const last = (await store.copies(stack)).at(-1);
  return last?.sha256 === sha256(bytes) ? last : store.keep(stack, bytes, why);
}

/** The copy of a state that did not exist. */
export function isNothing(copy: Copy): boolean {
  return copy.sha256 === sha256("");
}
