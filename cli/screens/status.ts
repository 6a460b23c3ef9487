import type { TownStatus } from "../../engine/status/status-town";
import type { Language } from "../../problems/language";
import { table } from "./table";
import { VERDICTS } from "./verdicts";

const WORDS = {
  en: {
    head: ["INSEE", "town", "state", "key", "last changed", "by the plan", "kept plan"],
    absent: "none",
    held: (count: number) => `${count} ${count === 1 ? "resource" : "resources"}`,
    unreadable: "unreadable",
    done: { apply: "", destroy: " (destroyed)" },
    unfinished: " (not finished)",
    stale: "changed since",
  },
  fr: {
    head: ["INSEE", "commune", "état", "clé", "dernière modification", "par le plan", "plan conservé"],
    absent: "aucun",
    held: (count: number) => `${count} ${count < 2 ? "ressource" : "ressources"}`,
    unreadable: "illisible",
    done: { apply: "", destroy: " (détruite)" },
    unfinished: " (inachevée)",
    stale: "dépassé",
  },
} as const;

/** How much of a digest people compare. */
const SHOWN = 12;

/** A line for each town, then why something cannot be read or applied. */
export function statusScreen(towns: readonly TownStatus[], language: Language): string {
  const words = WORDS[language];
  const rows = towns.map((town) => [
    town.insee,
    town.name,
    town.state
      ? town.state.resources === undefined
        ? words.unreadable
        : words.held(town.state.resources)
      : words.absent,
    town.state?.key ?? "-",
    lastText(town, language),
    town.last?.plan.slice(0, SHOWN) ?? "-",
    keptText(town, language),
  ]);
  const told = towns.flatMap(({ state, kept }) => [...(state?.problems ?? []), ...(kept?.broken ?? [])]);
  const notes = told.map(({ what }) => `  ! ${what[language]}`);
  return `${[table([[...words.head], ...rows], [], ""), ...(notes.length > 0 ? ["", ...notes] : [])].join("\n")}\n`;
}

function lastText({ last }: TownStatus, language: Language): string {
  if (!last) return "-";
  const { done, unfinished } = WORDS[language];
  const time = `${last.began.slice(0, 16).replace("T", " ")} UTC`;
  return `${time}${last.outcome === "done" ? done[last.command] : unfinished}`;
}

function keptText({ kept }: TownStatus, language: Language): string {
  if (!kept) return "-";
  const { verdict, broken } = kept;
  const words = [
    ...(verdict ? [VERDICTS[language][verdict]] : []),
    ...(broken.some(({ code }) => code !== "apply-plan-refused") ? [WORDS[language].stale] : []),
  ];
  return words.join(", ");
}
