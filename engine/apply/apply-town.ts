import type { WorkFolder } from "../folders";
import { STACK } from "../plan-town";
import type { States } from "../state/states";
import type { Toolchain } from "../toolchain/tool";
import { carryOut, type Order, type Outcome } from "./carry-out";
import type { Prepared } from "./prepare";

export interface ApplyRequest extends Pick<Order, "signal" | "onProgress" | "onStopping"> {
  readonly prepared: Prepared;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly states: States;
}

/** Applies a prepared plan; what goes wrong is in its outcome. */
export async function applyTown({ prepared, ...request }: ApplyRequest): Promise<Outcome> {
  const { town, kept, stackJson, credentials } = prepared;
  const state = await request.states.of({ owner: kept.insee, stack: STACK });
  try {
    const { folder, verdict } = kept;
    return await carryOut({
      command: "apply",
      town,
      folder,
      stackJson,
      changes: verdict.changes,
      state,
      credentials,
      ...request,
    });
  } finally {
    state.close();
  }
}
