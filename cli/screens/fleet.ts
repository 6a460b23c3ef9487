import { dirname } from "node:path";
import type { PlannedTown } from "../../engine/plan-town";
import type { Language } from "../../problems/language";
import { nearestPath } from "../print-problems";
import { countsText } from "./counts";
import { coloursFor } from "./paint";
import { table } from "./table";
import { type Screen, verdictText } from "./town";
import { VERDICTS } from "./verdicts";
import { eurosText } from "./words";

const HEADS = {
  en: ["INSEE", "town", "size", "plan", "gates", "a month"],
  fr: ["INSEE", "commune", "taille", "plan", "contrôles", "par mois"],
};

/** Several planned towns: a line each, then the findings of the refused ones, then the sum. */
export function fleetScreen(towns: readonly PlannedTown[], screen: Screen): string {
  const { language, out } = screen;
  const colours = coloursFor(out);
  const stacks = towns.map((town) => ({ town, stack: town.report.stacks[0] }));
  const rows = stacks.map(({ town: { report, estimate }, stack }) => [
    report.insee,
    report.name,
    report.size,
    stack ? countsText(stack.changes, language) : "",
    VERDICTS[language][stack?.verdict ?? "fail"],
    `${estimate.complete ? "" : "≥ "}${eurosText(estimate.monthly, language)}`,
  ]);
  const [head = "", ...lines] = table([HEADS[language], ...rows], [5], "").split("\n");
  const refused = stacks.filter(({ stack }) => stack?.verdict === "fail");
  const total = eurosText(
    Math.round(towns.reduce((sum, { estimate }) => sum + estimate.monthly * 100, 0)) / 100,
    language,
  );
  const complete = towns.every(({ estimate }) => estimate.complete);
  return `${[
    [colours.bold(head), ...lines].join("\n"),
    ...refused.map(({ town }) => `${colours.bold(town.report.name)}\n${verdictText(town, screen)}`),
    language === "fr"
      ? `${towns.length} communes, ${refused.length} refusées ; ${complete ? "" : "au moins "}${total} par mois hors taxes`
      : `${towns.length} towns, ${refused.length} refused; ${complete ? "" : "at least "}${total} a month before tax`,
    keptText(towns, language),
  ].join("\n\n")}\n`;
}

function keptText(towns: readonly PlannedTown[], language: Language): string {
  const folder = nearestPath(dirname(dirname(towns[0]?.report.stacks[0]?.artefact ?? "")));
  return language === "fr" ? `Plans conservés dans ${folder}` : `The plans are kept in ${folder}`;
}
