import type { PlannedTown } from "../../engine/plan-town";
import { terminalReport } from "../../gates/reporters/terminal";
import type { Language } from "../../problems/language";
import type { Place } from "../../problems/problem";
import { pathOf, type Sources } from "../../stacks/trace";
import type { Context } from "../command";
import { nearestPath, shownPlace } from "../print-problems";
import { changeLines, KINDS, type Kind, kindOf, NETWORK } from "./changes";
import { costText } from "./cost";
import { type Colours, coloursFor } from "./paint";
import { table } from "./table";
import { townLine } from "./words";

export type Screen = Pick<Context, "language" | "out" | "config"> & { readonly strict: boolean };

/** One planned town on one screen: what changes, the verdict, the cost, and where the plan is. */
export function townScreen(town: PlannedTown, screen: Screen): string {
  const { language, out } = screen;
  const colours = coloursFor(out);
  const { report, estimate } = town;
  const kept = nearestPath(report.stacks[0]?.artefact ?? "");
  return `${[
    colours.bold(townLine(report, language)),
    planText(town, language, colours),
    verdictText(town, screen),
    costText(estimate, language),
    language === "fr" ? `Plan conservé dans ${kept}` : `The plan is kept in ${kept}`,
  ].join("\n\n")}\n`;
}

/** The gates' findings and their verdict, with lines of the config as paths from here. */
export function verdictText({ judged }: PlannedTown, { language, out, config, strict }: Screen): string {
  const placeText = (place: Place) => shownPlace(place, config).replace(/:\d+$/, "");
  return terminalReport(judged, { language, colours: coloursFor(out), strict, placeText });
}

const NOTHING = { en: "Plan: no change", fr: "Plan : aucun changement" };

function planText({ plan, sources }: PlannedTown, language: Language, colours: Colours): string {
  const counts = new Map<Kind, number>();
  for (const change of plan.changes) {
    const kind = kindOf(change);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (counts.size === 0) return NOTHING[language];
  const paint: Record<Kind, (text: string) => string> = {
    delete: colours.red,
    replace: colours.red,
    forget: colours.red,
    update: colours.yellow,
    create: colours.green,
  };
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => counts.has(kind));
  const told = kinds.map((kind) => paint[kind](`${counts.get(kind)} ${KINDS[kind][language]}`)).join(", ");
  const lines = changeLines(plan.changes, partOf(sources, language), language);
  const rows = table(lines.map(({ sign, head, text }) => [sign, head, text])).split("\n");
  const painted = rows.map((row, index) => row.replace(/\S/, (sign) => paint[lines[index]?.kind ?? "create"](sign)));
  return [`Plan${language === "fr" ? " :" : ":"} ${told}`, ...painted].join("\n");
}

/** The part of the town that a resource belongs to: a service by its name, else the network. */
function partOf(sources: Sources, language: Language): (address: string) => string {
  return (address) => {
    const [kind, name] = (pathOf(sources, address) ?? "").split(".");
    return kind === "services" && name ? name : NETWORK[language];
  };
}
