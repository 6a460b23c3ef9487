import type { Resolved } from "../blueprint/blueprint";
import type { Estimate } from "../cost/estimate";
import type { Finding, Report } from "../gates/engine";
import type { Change, Plan } from "../plan/plan";
import type { Language } from "../problems/language";
import type { ReportedFinding, StackReport } from "./report";

export type Counts = StackReport["changes"];

/** How many resources of a plan meet each fate. */
export function countsOf({ changes }: Plan): Counts {
  const counts = { create: 0, update: 0, replace: 0, delete: 0, forget: 0, unchanged: 0 };
  for (const change of changes) if (change.mode === "managed") counts[fateOf(change)]++;
  return counts;
}

export function fateOf({ actions }: Change): keyof Counts {
  if (actions.includes("delete") && actions.includes("create")) return "replace";
  return (["delete", "forget", "update", "create"] as const).find((fate) => actions.includes(fate)) ?? "unchanged";
}

/** Findings as the report tells them, in one language. */
export function reportFindings({ findings }: Report, language: Language): ReportedFinding[] {
  return findings.map(({ rule, verdict, address, attribute, value, detail, place }: Finding) => ({
    rule: rule.id,
    severity: rule.severity,
    verdict,
    title: rule.title[language],
    resource: address,
    ...(attribute !== undefined && { attribute }),
    ...(value !== undefined && { value }),
    ...(detail && { detail: detail[language] }),
    ...(place && { file: place.file, line: place.line, column: place.column }),
  }));
}

/** The town itself, without its stacks. */
export function reportTown({ blueprint }: Resolved) {
  const { town, size, target } = blueprint;
  return { insee: town.insee, name: town.name, population: town.population, size, target: target.name };
}

export function reportCost({ complete, monthly, before, asOf, lines }: Estimate): StackReport["cost"] {
  const unpriced = lines.filter((line) => line.monthly === undefined).map(({ address }) => address);
  return { currency: "EUR", complete, monthly, before, asOf, unpriced: [...new Set(unpriced)] };
}
