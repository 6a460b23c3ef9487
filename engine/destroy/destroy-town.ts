import { rmSync } from "node:fs";
import { destroyHoldsData, destroyNotConfirmed } from "../../problems/catalogue/destroy";
import { OperatorError, type Problem } from "../../problems/problem";
import { carryOut, type Order, type Outcome } from "../apply/carry-out";
import { type MadePlan, makePlan, type PlanRequest, STACK } from "../plan-town";
import { heldBy } from "../state/held";
import { noCloud } from "../without-cloud";
import { type Loss, lossesOf, measured } from "./losses";

export interface DestroyRequest extends Omit<PlanRequest, "strict">, Pick<Order, "onProgress" | "onStopping"> {
  /** What was given to confirm: only the town's own INSEE code does. */
  readonly confirm?: string | undefined;

  /** Also what holds data. */
  readonly withData: boolean;

  /** Shown before anything is refused, or done. */
  readonly onPlanned: (planned: MadePlan, losses: readonly Loss[]) => void;
}

export interface Destroyed {
  readonly outcome: Outcome;

  /** Addresses that the state still holds. */
  readonly left: readonly string[];
}

/**
 * Destroys what the state of a town holds: the destruction is planned, shown, and that very plan is carried out. The gates
 * judge it as any plan; what they say of lost data is what `withData` overrules.
 *
 * @returns undefined when there is nothing to destroy
 * @throws OperatorError `destroy-not-confirmed`, `destroy-holds-data`, `stack-credentials-missing`
 */
export async function destroyTown(request: DestroyRequest): Promise<Destroyed | undefined> {
  const { insee, states, toolchain, work, confirm, withData, onPlanned } = request;
  const id = { owner: insee, stack: STACK };
  if (!(await (await states.store()).read(id))) return undefined;
  const made = await makePlan({ ...request, destroy: true });
  try {
    const { blueprint } = made.resolved;
    const [stack] = made.report.stacks;
    if (!stack || stack.changes.delete === 0) return undefined;
    if (!made.credentials) throw new OperatorError([noCloud(id, blueprint, "apply")]);
    const losses = await measured(lossesOf(made.plan), made.credentials);
    onPlanned(made, losses);
    const town = blueprint.town.name;
    const problems: Problem[] = [];
    if (confirm !== insee)
      problems.push(
        destroyNotConfirmed({ town, insee, withData: losses.length > 0, ...(confirm && { received: confirm }) }),
      );
    if (losses.length > 0 && !withData) problems.push(destroyHoldsData({ town, insee, count: losses.length }));
    if (problems.length > 0) throw new OperatorError(problems);

    const { folder, stackJson, credentials } = made;
    const state = await states.of(id);
    try {
      const changes = stack.changes;
      const order = { ...request, command: "destroy" as const, town, folder, stackJson, changes, state, credentials };
      const outcome = await carryOut(order);
      return { outcome, left: await heldBy(id, { states, toolchain, work }) };
    } finally {
      state.close();
    }
  } finally {
    rmSync(made.folder, { recursive: true, force: true });
  }
}
