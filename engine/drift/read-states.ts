import { inParallel } from "../fleet";
import type { WorkFolder } from "../folders";
import { byStack, type StackId } from "../state/stack-id";
import type { States } from "../state/states";
import { Workbench } from "../state/workbench";
import type { Toolchain } from "../toolchain/tool";
import { type StateResource, stateResources } from "./state-resources";

export interface ReadStatesOptions {
  readonly states: States;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;

  /** States that are of another project are left out. */
  readonly isOfProject: (stack: StackId) => boolean;
  readonly signal?: AbortSignal;
}

export interface ReadStates {
  readonly resources: readonly StateResource[];

  /** The stacks that have a state. */
  readonly stacks: readonly StackId[];

  /** States that exist and that these credentials may not read: what they hold looks unmanaged. */
  readonly unread: readonly StackId[];
}

/**
 * The resources of every state of a project, decrypted by the real OpenTofu, without any lock.
 *
 * @throws OperatorError why a state cannot be decrypted: without it, all that it holds would look unmanaged
 */
export async function readStates({
  states,
  toolchain,
  work,
  isOfProject,
  signal,
}: ReadStatesOptions): Promise<ReadStates> {
  const stored = (await (await states.store()).list()).filter(isOfProject).sort(byStack);
  const readable = stored.filter(({ bytes }) => bytes !== undefined);
  const place = states.settings.place;
  const resources = await inParallel(readable, async ({ owner, stack }) => {
    signal?.throwIfAborted();
    const state = await states.of({ owner, stack });
    try {
      const options = { toolchain, work, place, state, ...(signal && { signal }) };
      const pulled = await Workbench.with(options, (bench) => bench.pull());
      return pulled ? stateResources(owner, pulled.toString()) : [];
    } finally {
      state.close();
    }
  });
  const idOf = ({ owner, stack }: StackId): StackId => ({ owner, stack });
  return {
    resources: resources.flat(),
    stacks: readable.map(idOf),
    unread: stored.filter(({ bytes }) => bytes === undefined).map(idOf),
  };
}
