import { stateResources } from "../drift/state-resources";
import type { WorkFolder } from "../folders";
import type { Toolchain } from "../toolchain/tool";
import type { StackId } from "./stack-id";
import type { States } from "./states";
import { Workbench } from "./workbench";

export interface HeldOptions {
  readonly states: States;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly signal?: AbortSignal;
}

/**
 * Addresses of the resources that a state holds, decrypted by the real OpenTofu; no cloud is asked.
 *
 * @throws OperatorError why it cannot be read
 */
export async function heldBy(stack: StackId, { states, toolchain, work, signal }: HeldOptions): Promise<string[]> {
  const state = await states.of(stack);
  try {
    const options = { toolchain, work, place: states.settings.place, state, ...(signal && { signal }) };
    const pulled = await Workbench.with(options, (bench) => bench.pull());
    return pulled ? stateResources(stack.owner, pulled.toString()).map(({ address }) => address) : [];
  } finally {
    state.close();
  }
}
