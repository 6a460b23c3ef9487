import { planOutrun } from "../../problems/catalogue/apply";
import { OperatorError, type Problem } from "../../problems/problem";
import type { Config } from "../../schema/config";
import { synthesise } from "../../stacks/synthesise";
import { listEvidence, type Result } from "../apply/evidence";
import { type KeptPlan, readKeptPlan } from "../apply/kept-plan";
import { brokenSeals } from "../apply/seal";
import { STACK } from "../plan-town";
import { openEnvelope } from "../state/envelope";
import { type HeldOptions, heldBy } from "../state/held";
import { subjectOf } from "../subject";

export interface StatusRequest extends HeldOptions {
  readonly config: Config;
  readonly insee: string;
}

export interface TownStatus {
  readonly insee: string;
  readonly name: string;

  /** Absent: there is no state. */
  readonly state?: {
    /** How many resources it holds; absent: it cannot be read, and `problems` say why. */
    readonly resources?: number;

    /** Id of the key that encrypted it. */
    readonly key?: string;
    readonly problems: readonly Problem[];
  };

  /** What last changed it, as far as this work folder knows. */
  readonly last?: Pick<Result, "command" | "outcome" | "began"> & { readonly plan: string };

  /** The plan that `apply` would take. */
  readonly kept?: {
    readonly at?: string;
    readonly verdict?: "pass" | "fail";

    /** None: its seal holds. */
    readonly broken: readonly Problem[];
  };
}

/** What is known of a town without asking any cloud. */
export async function statusOf(request: StatusRequest): Promise<TownStatus> {
  const { config, insee, work } = request;
  const name = subjectOf(config, insee).resolved.blueprint.town.name;
  const state = await stateOf(request);
  const last = listEvidence(work, insee, STACK).at(-1);
  const found = await keptOf(request, name);
  // Whatever changed the town after the plan made it worthless, with its seal whole.
  const outrun = found?.at !== undefined && last !== undefined && found.at < last.result.began;
  const kept = found && outrun ? { ...found, broken: [...found.broken, planOutrun({ town: name, insee })] } : found;
  return {
    insee,
    name,
    ...(state && { state }),
    ...(last && { last: lastOf(last.result, last.seal.digests.plan) }),
    ...(kept && { kept }),
  };
}

function lastOf({ command, outcome, began }: Result, plan: string): NonNullable<TownStatus["last"]> {
  return { command, outcome, began, plan };
}

async function stateOf(request: StatusRequest): Promise<TownStatus["state"]> {
  const { insee, states } = request;
  const id = { owner: insee, stack: STACK };
  const bytes = await (await states.store()).read(id);
  if (!bytes) return undefined;
  const envelope = openEnvelope(bytes);
  const key = envelope.kind === "encrypted" ? envelope.key?.id : undefined;
  try {
    const held = await heldBy(id, request);
    return { resources: held.length, ...(key && { key }), problems: [] };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { ...(key && { key }), problems: error.problems };
  }
}

async function keptOf(
  { config, insee, work, states, toolchain }: StatusRequest,
  name: string,
): Promise<TownStatus["kept"]> {
  let kept: KeptPlan | undefined;
  try {
    kept = readKeptPlan(work, insee, STACK, name);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { broken: error.problems };
  }
  if (!kept) return undefined;
  const subject = subjectOf(config, insee);
  const { seal, verdict } = kept;
  const told = { at: seal.at, verdict: verdict.verdict };
  try {
    const state = await states.of({ owner: insee, stack: STACK });
    try {
      const stackJson = state.into(synthesise(subject.resolved.blueprint).json);
      return { ...told, broken: brokenSeals(kept, { subject, toolchain, stackJson }) };
    } finally {
      state.close();
    }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { ...told, broken: error.problems };
  }
}
