import type { Attributes, Change, Plan } from "../plan/plan";
import { type Billed, billedFor, type PriceList } from "./billed";
import { type MicroEuros, microEuros, toEuros } from "./money";

/** One billed thing of one resource. */
export interface CostLine extends Billed {
  readonly address: string;

  /** After the plan is applied; absent when the price or the quantity is not known. */
  readonly monthly?: MicroEuros;
}

/** What a plan costs a month, before tax. */
export interface Estimate {
  /** Of what will be there after the plan is applied. */
  readonly lines: readonly CostLine[];

  /** Every billed line has a price and a quantity; when not, the sums are too low. */
  readonly complete: boolean;

  /** EUR a month after the plan is applied. */
  readonly monthly: number;

  /** EUR a month of what the plan finds. */
  readonly before: number;

  /** Day of the price list. */
  readonly asOf: string;
}

/** Prices a plan: every line of it, the ones without a price as well. */
export function estimate(plan: Plan, list: PriceList): Estimate {
  const managed = plan.changes.filter(({ mode }) => mode === "managed");
  const price = (state: "before" | "after"): CostLine[] =>
    managed.flatMap((change) =>
      billedStates(change, state).flatMap((resource) =>
        billedFor(change.type, resource, list).map((billed) => ({
          address: change.address,
          ...billed,
          ...monthlyOf(billed),
        })),
      ),
    );
  const lines = price("after");
  return {
    lines,
    complete: lines.every(({ monthly }) => monthly !== undefined),
    monthly: toEuros(sum(lines)),
    before: toEuros(sum(price("before"))),
    asOf: list.prices.asOf,
  };
}

/** What is paid for before or after the plan: a forgotten resource stays where it is, and goes on being billed. */
function billedStates({ before, after, actions }: Change, state: "before" | "after"): Attributes[] {
  const kept = state === "after" && actions.includes("forget") ? [before, after] : [{ before, after }[state]];
  return kept.filter((resource) => resource !== undefined);
}

/** Sum of the priced lines. */
export function sum(lines: readonly CostLine[]): MicroEuros {
  return lines.reduce((total, { monthly = 0 }) => total + monthly, 0);
}

function monthlyOf({ price, quantity }: Billed): { monthly?: MicroEuros } {
  return price === undefined || quantity === undefined ? {} : { monthly: Math.round(microEuros(price) * quantity) };
}
