import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Resolved } from "../blueprint/blueprint";
import { type Estimate, estimate } from "../cost/estimate";
import { isRefused, judge, type Report } from "../gates/engine";
import { RULES } from "../gates/rules";
import type { Plan } from "../plan/plan";
import { readPlan } from "../plan/read";
import type { Language } from "../problems/language";
import type { Config } from "../schema/config";
import { synthesise } from "../stacks/synthesise";
import type { Sources } from "../stacks/trace";
import { ARTEFACT, writeArtefact } from "./artefact";
import type { WorkFolder } from "./folders";
import { initialise } from "./initialise";
import { type StackCredentials, stackCredentials } from "./openstack/stack-credentials";
import { placeFinder } from "./place-finder";
import { ProviderProcess } from "./provider-process";
import type { StackReport, TownReport } from "./report";
import { countsOf, reportCost, reportFindings, reportTown } from "./report-town";
import type { StackState } from "./state/stack-state";
import type { States } from "./state/states";
import { subjectOf } from "./subject";
import { environment, Tofu } from "./tofu";
import type { Toolchain } from "./toolchain/tool";
import { requireNothingMade } from "./without-cloud";

/** What is going on, for whoever waits. */
export type Step = "synthesis" | "init" | "plan" | "show" | "judgement";

export interface PlanRequest {
  readonly config: Config;
  readonly insee: string;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;

  /** The states of the config, opened once for all towns. */
  readonly states: States;
  readonly language: Language;

  /** A warning, or what the plan does not tell, refuses too. @default false */
  readonly strict?: boolean;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: Step) => void;
}

/** A planned town, with all that was read on the way, for screens. */
export interface PlannedTown {
  readonly report: TownReport;
  readonly resolved: Resolved;
  readonly sources: Sources;
  readonly plan: Plan;
  readonly judged: Report;
  readonly estimate: Estimate;
}

/** The only stack so far. */
export const STACK = "hosting";

/** A plan in a folder of its own, not kept yet. */
export interface MadePlan extends PlannedTown {
  readonly folder: string;

  /** The bytes of its `cdk.tf.json`. */
  readonly stackJson: string;
  readonly credentials?: StackCredentials;
}

/**
 * Plans a town with the real OpenTofu, judges and prices the plan, and keeps it as one artefact. Until everything is
 * there nothing is kept: a run that fails or is interrupted leaves the plan before it as it was.
 *
 * @throws ToolError when OpenTofu fails
 * @throws Error (ours) when a rule broke: a verdict without it would be worth nothing
 */
export async function planTown(request: PlanRequest): Promise<PlannedTown> {
  const planned = await makePlan(request);
  request.work.accept(planned.folder, request.insee, STACK);
  return planned;
}

/**
 * The same, without keeping it.
 *
 * @param destroy - plans that nothing is left of the town. @default false
 */
export async function makePlan(request: PlanRequest & { readonly destroy?: boolean }): Promise<MadePlan> {
  const { config, insee, toolchain, work, states, language, strict = false, destroy = false, signal, onStep } = request;
  const id = { owner: insee, stack: STACK };
  const exists = (await (await states.store()).read(id)) !== undefined;
  const { resolved, target, facts, policy } = subjectOf(config, insee);
  const { blueprint } = resolved;
  const cloud = exists ? stackCredentials({ ...id, config, target: blueprint.target.name }) : undefined;
  const env = cloud?.env ?? process.env;
  const folder = work.newRun();
  const provider = new ProviderProcess(toolchain, environment(env, toolchain.cliConfig));
  let state: StackState | undefined;
  try {
    onStep?.("synthesis");
    const synthesised = synthesise(blueprint);
    const { sources } = synthesised;
    onStep?.("init");
    state = await states.of(id);
    const json = state.into(synthesised.json);
    writeFileSync(join(folder, ARTEFACT.stack), json, { mode: 0o600 });

    const options = { toolchain, cwd: folder, env, state: state.access, ...(signal && { signal }) };
    await initialise(options, json);
    const tofu = new Tofu({ ...options, provider });
    if (exists && !cloud) await requireNothingMade(new Tofu(options), state.access, id, blueprint);
    onStep?.("plan");
    await tofu.plan(ARTEFACT.plan, { destroy });
    onStep?.("show");
    const planJson = await tofu.show(ARTEFACT.plan);

    onStep?.("judgement");
    const plan = readPlan(planJson.toString());
    const today = new Date().toISOString().slice(0, 10);
    const judged = judge(plan, { rules: RULES, policy, today, placeOf: placeFinder(resolved, sources) });
    const [broken] = judged.broken;
    if (broken) throw new Error(`rule ${broken.rule.id} broke on ${broken.address}`, { cause: broken.error });
    const flavours = Object.fromEntries(Object.entries(facts.flavours).map(([name, { id }]) => [id, name]));
    const { prices } = target.value;
    const cost = estimate(plan, { prices, flavours });
    const stack: StackReport = {
      name: STACK,
      changes: countsOf(plan),
      verdict: isRefused(judged, strict) ? "fail" : "pass",
      findings: reportFindings(judged, language),
      cost: reportCost(cost),
      artefact: work.planOf(insee, STACK),
    };
    const files = { stack: json, plan: readFileSync(join(folder, ARTEFACT.plan)), planJson };
    writeArtefact({ folder, stack: STACK, resolved, policy, prices, toolchain, files, report: stack });
    signal?.throwIfAborted();
    const report = { ...reportTown(resolved), stacks: [stack] };
    const planned = { report, resolved, sources, plan, judged, estimate: cost };
    return { ...planned, folder, stackJson: json, ...(cloud && { credentials: cloud }) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw state ? await state.explain(error) : error;
  } finally {
    provider.stop();
    state?.close();
  }
}
