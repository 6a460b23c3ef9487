import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { applyFailed, applyInterrupted, planOutrun, stateNotWritten } from "../../problems/catalogue/apply";
import { EXIT, type ExitCode, OperatorError, type Problem, ToolError } from "../../problems/problem";
import { ARTEFACT } from "../artefact";
import { sha256 } from "../digest";
import type { WorkFolder } from "../folders";
import { initialise } from "../initialise";
import type { StackCredentials } from "../openstack/stack-credentials";
import type { Counts } from "../report-town";
import { backupState } from "../state/backup";
import type { StackState } from "../state/stack-state";
import type { States } from "../state/states";
import { environment } from "../tofu";
import type { Toolchain } from "../toolchain/tool";
import { runDetached } from "./detached";
import { ApplyEvents, type Progress } from "./events";
import { type Result, useUp } from "./evidence";

export interface Order {
  readonly command: Result["command"];
  readonly town: string;

  /** Folder of the plan: the very one that was judged, or shown. */
  readonly folder: string;

  /** The bytes of its `cdk.tf.json`. */
  readonly stackJson: string;
  readonly changes: Counts;
  readonly state: StackState;
  readonly states: States;
  readonly credentials: StackCredentials;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;

  /** Told when OpenTofu was asked to stop: it may take minutes, and must not be hurried. */
  readonly onStopping?: () => void;
}

export interface Outcome {
  /** Its name. */
  readonly town: string;
  readonly result: Omit<Result, "format" | "problems">;

  /** What went wrong; none: everything is done. */
  readonly problems: readonly Problem[];

  /** Who has to act. */
  readonly exitCode: ExitCode;

  /** Folder of the evidence; absent: nothing was changed, and the plan is still good. */
  readonly evidence?: string;
}

/**
 * Carries a plan out, and nothing but it: a copy of the state first, then `tofu apply` of that plan. What went wrong is
 * told and not thrown, so that one town does not hide the others.
 */
export async function carryOut(order: Order): Promise<Outcome> {
  const { command, town, folder, state, states, work, changes } = order;
  const { owner: insee, stack } = state.stack;
  const began = new Date();
  const total = changes.create + changes.update + changes.delete + 2 * changes.replace;
  const ended = (outcome: Result["outcome"], copy?: Date) => ({
    insee,
    stack,
    command,
    outcome,
    began: began.toISOString(),
    seconds: Math.round((Date.now() - began.getTime()) / 100) / 10,
    count: events.count,
    total,
    ...(copy && { copy: copy.toISOString() }),
  });
  const events = new ApplyEvents(total, order.onProgress);
  try {
    const store = await states.store();
    const digest = async () => sha256((await store.read(state.stack)) ?? "");
    const { at: copy } = await backupState(store, state.stack, "apply");
    const before = await digest();
    const { problems, exitCode } = await run(order, events, total);
    const changed = events.count > 0 || (await digest().catch(() => before)) !== before;
    const failed = order.signal?.aborted ? "interrupted" : "failed";
    const result = ended(problems.length > 0 ? failed : "done", copy);
    if (problems.length > 0 && !changed) return { town, result, problems, exitCode };
    const evidence = useUp(work, folder, { ...result, problems: problems.map(({ code }) => code) });
    return { town, result, problems, exitCode, evidence };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    // No copy could be kept: nothing was begun.
    return { town, result: ended("failed"), problems: error.problems, exitCode: error.exitCode };
  }
}

interface Ran {
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;
}

const ran = (exitCode: ExitCode, ...problems: readonly Problem[]): Ran => ({ problems, exitCode });

async function run(order: Order, events: ApplyEvents, total: number): Promise<Ran> {
  const { command, town, folder, stackJson, state, toolchain, credentials, signal, onStopping } = order;
  const { owner: insee } = state.stack;
  const next = command === "apply" ? `./beffroi plan ${insee}` : `./beffroi destroy ${insee}`;
  const access = { toolchain, cwd: folder, env: credentials.env, state: state.access };
  try {
    // What `tofu init` left is under no seal: it is made again.
    for (const trace of [".terraform", ".terraform.lock.hcl"])
      rmSync(join(folder, trace), { recursive: true, force: true });
    await initialise({ ...access, ...(signal && { signal }) }, stackJson);
    const args = ["-json", "-input=false", "-no-color", "-lock-timeout=0s", ...state.access.args, ARTEFACT.plan];
    const code = await runDetached(toolchain.tofu.path, ["apply", ...args], {
      cwd: folder,
      env: { ...environment(credentials.env, toolchain.cliConfig), ...state.access.env },
      files: state.access.files,
      log: join(folder, "apply.log"),
      onLine: (line) => events.read(line),
      ...(signal && { signal }),
      ...(onStopping && { onStopping }),
    });
    const lost = rescue(order);
    if (lost) return ran(EXIT.tool, lost);
    if (code === 0) return ran(EXIT.fine);
    const count = events.count;
    if (signal?.aborted) return ran(EXIT.tool, applyInterrupted({ town, insee, command: next, count, total }));
    if (/saved plan is stale|does not match the given state/i.test(events.said))
      return ran(EXIT.operator, planOutrun({ town, insee }));
    throw new ToolError([applyFailed({ town, command: next, count, total, said: events.said })]);
  } catch (error) {
    if (signal?.aborted)
      return ran(EXIT.tool, applyInterrupted({ town, insee, command: next, count: events.count, total }));
    const told = await state.explain(error);
    if (told instanceof OperatorError) return ran(told.exitCode, ...told.problems);
    throw told;
  }
}

/** OpenTofu leaves the state here when its place refuses it: it is the only one that knows what was made. */
function rescue({ folder, work, state, town }: Order): Problem | undefined {
  const left = join(folder, "errored.tfstate");
  if (!existsSync(left)) return undefined;
  const { owner, stack } = state.stack;
  mkdirSync(work.rescued, { recursive: true, mode: 0o700 });
  const file = join(work.rescued, `${owner}-${stack}-${new Date().toISOString()}.tfstate`);
  renameSync(left, file);
  return stateNotWritten({ town, file });
}
