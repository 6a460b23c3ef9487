import { noState, stateInUse } from "../../problems/catalogue/state";
import { OperatorError } from "../../problems/problem";
import { backupState } from "./backup";
import { stateProblem } from "./explain";
import { told } from "./place";
import { type StackId, stackPath } from "./stack-id";
import type { States } from "./states";
import type { Copy } from "./store/store";

/**
 * Takes a state away, once a copy of it is kept: one that the keys of the config do not open, or one whose owner has
 * left the config. Any other is in use.
 *
 * @param known - INSEE codes of the towns and names of the targets of the config
 * @throws OperatorError `state-none`, `state-in-use`
 */
export async function setAside(states: States, stack: StackId, known: ReadonlySet<string>): Promise<Copy> {
  const store = await states.store();
  const bytes = await store.read(stack);
  const state = stackPath(stack);
  if (!bytes) throw new OperatorError([noState({ state, place: told(states.settings.place) })]);
  if (known.has(stack.owner)) {
    const { now, before } = await states.keys();
    const keys = [now.id, ...(before ? [before.id] : [])];
    if (!stateProblem(bytes, { stack, keys })) throw new OperatorError([stateInUse({ state })]);
  }
  const copy = await backupState(store, stack, "unreadable");
  await store.remove(stack);
  return copy;
}
