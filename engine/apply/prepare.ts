import { noKeptPlan } from "../../problems/catalogue/apply-seal";
import { OperatorError, type Problem } from "../../problems/problem";
import type { Config } from "../../schema/config";
import { synthesise } from "../../stacks/synthesise";
import type { WorkFolder } from "../folders";
import { type StackCredentials, stackCredentials } from "../openstack/stack-credentials";
import { STACK } from "../plan-town";
import type { States } from "../state/states";
import { subjectOf } from "../subject";
import type { Toolchain } from "../toolchain/tool";
import { noCloud } from "../without-cloud";
import { type KeptPlan, readKeptPlan } from "./kept-plan";
import { brokenSeals } from "./seal";

export interface PrepareRequest {
  readonly config: Config;
  readonly insee: string;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly states: States;
}

/** A kept plan whose seal holds, and what it is applied with. */
export interface Prepared {
  readonly town: string;
  readonly kept: KeptPlan;
  readonly stackJson: string;
  readonly credentials: StackCredentials;
}

/**
 * Looks at everything that can be looked at before the cloud is touched.
 *
 * @throws OperatorError with all that keeps the town's plan from being applied
 */
export async function prepareTown(request: PrepareRequest): Promise<Prepared> {
  const { config, insee, work } = request;
  const subject = subjectOf(config, insee);
  const { blueprint } = subject.resolved;
  const town = blueprint.town.name;
  const kept = readKeptPlan(work, insee, STACK, town);
  if (!kept) throw new OperatorError([noKeptPlan({ town, insee, folder: work.planOf(insee, STACK) })]);
  const stackJson = await stackJsonOf(request, synthesise(blueprint).json);
  const problems: Problem[] = brokenSeals(kept, { subject, toolchain: request.toolchain, stackJson });
  const credentials = credentialsOf({ config, insee, target: blueprint.target.name }, problems);
  if (!credentials && problems.length === 0) problems.push(noCloud({ owner: insee, stack: STACK }, blueprint, "apply"));
  if (!credentials || problems.length > 0) throw new OperatorError(problems, config.folder);
  return { town, kept, stackJson, credentials };
}

/** What a plan of now would be made from. */
async function stackJsonOf({ insee, states }: PrepareRequest, json: string): Promise<string> {
  const state = await states.of({ owner: insee, stack: STACK });
  try {
    return state.into(json);
  } finally {
    state.close();
  }
}

function credentialsOf(
  { config, insee, target }: { config: Config; insee: string; target: string },
  problems: Problem[],
): StackCredentials | undefined {
  try {
    return stackCredentials({ owner: insee, stack: STACK, config, target });
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
