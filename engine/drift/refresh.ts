import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkFolder } from "../folders";
import { initialise } from "../initialise";
import type { StackId } from "../state/stack-id";
import type { StackState } from "../state/stack-state";
import type { States } from "../state/states";
import { Tofu } from "../tofu";
import type { Toolchain } from "../toolchain/tool";
import { type ManagedDrift, planDrift } from "./plan-drift";

export interface RefreshOptions {
  readonly stack: StackId;

  /** The stack, as synthesised from the config of today. */
  readonly json: string;
  readonly states: States;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly signal?: AbortSignal;
}

const PLAN = "refresh.tfplan";

/**
 * Asks the real OpenTofu, by a refresh-only plan under the state's lock, what is no longer as the state says. The plan
 * is taken away: the state stays as it is.
 *
 * @throws ToolError when OpenTofu fails
 */
export async function refresh({
  stack,
  json,
  states,
  toolchain,
  work,
  signal,
}: RefreshOptions): Promise<ManagedDrift[]> {
  const cwd = work.newRun();
  let state: StackState | undefined;
  try {
    state = await states.of(stack);
    const text = state.into(json);
    writeFileSync(join(cwd, "cdk.tf.json"), text, { mode: 0o600 });
    const options = { toolchain, cwd, state: state.access, ...(signal && { signal }) };
    await initialise(options, text);
    const tofu = new Tofu(options);
    await tofu.run("plan", [
      "-refresh-only",
      "-input=false",
      "-no-color",
      "-json",
      ...state.access.args,
      `-out=${PLAN}`,
    ]);
    return planDrift((await tofu.show(PLAN)).toString());
  } catch (error) {
    throw state ? await state.explain(error) : error;
  } finally {
    state?.close();
    rmSync(cwd, { recursive: true, force: true });
  }
}
