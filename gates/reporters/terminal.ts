import type { createColors } from "picocolors";
import type { Language, Localised } from "../../problems/language";
import type { Place } from "../../problems/problem";
import { type Finding, isRefused, type Report } from "../engine";
import { shownIn } from "../shown-value";
import { plain } from "./plain";
import { wrap } from "./wrap";

export interface TerminalOptions {
  readonly language: Language;
  readonly colours: ReturnType<typeof createColors>;

  /** Warnings and what the plan does not tell refuse it, too. @default false */
  readonly strict?: boolean;

  /** How a line of the config is named. @default - `file:line`, as the finding has it */
  readonly placeText?: (place: Place) => string;
}

/** Findings of one rule that are listed; the others are counted. */
const LISTED = 10;

const WORDS = {
  accepted: { en: "Gates: accepted", fr: "Contrôles : accepté" },
  refused: { en: "Gates: refused", fr: "Contrôles : refusé" },
  error: { en: "refused", fr: "refusé" },
  warning: { en: "warning", fr: "avertissement" },
  unknown: { en: "the plan does not tell", fr: "le plan ne le dit pas" },
  why: { en: "Why: ", fr: "Pourquoi : " },
  fix: { en: "Fix: ", fr: "Que faire : " },
} satisfies Record<string, Localised>;

/** The verdict for people: one paragraph for each rule that did not pass, its reason and its remedy told once. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const paragraphs = groups(report.findings).map((group, index, all) => {
    const told = all.slice(0, index).some(([other]) => other?.rule === group[0]?.rule);
    return paragraph(group, told, options);
  });
  return [...paragraphs, summary(report, options)].join("\n\n");
}

/** One line: the verdict, and how many judgements stand behind it. */
export function summary(report: Report, { language, colours, strict = false }: TerminalOptions): string {
  const refused = isRefused(report, strict);
  const { findings, resources } = report;
  const failures = findings.filter(({ verdict }) => verdict === "fail");
  const errors = failures.filter(({ rule }) => rule.severity === "error").length;
  const counts = [
    counted(errors, COUNTS.refused, language),
    counted(failures.length - errors, COUNTS.warning, language),
    counted(report.counts.unknown, COUNTS.unknown, language),
    counted(report.counts.passed, COUNTS.passed, language),
  ].filter((text) => text !== undefined);
  const on = counted(resources, COUNTS.resource, language);
  const head = WORDS[refused ? "refused" : "accepted"][language];
  const where = on === undefined ? "" : ` ${language === "fr" ? "sur" : "on"} ${on}`;
  return `${(refused ? colours.red : colours.green)(head)}${where}${counts.length > 0 ? ` (${counts.join(", ")})` : ""}`;
}

/** One, and many. */
const COUNTS = {
  refused: { en: ["refused", "refused"], fr: ["refus", "refus"] },
  warning: { en: ["warning", "warnings"], fr: ["avertissement", "avertissements"] },
  unknown: { en: ["unknown", "unknown"], fr: ["inconnu", "inconnus"] },
  passed: { en: ["passed", "passed"], fr: ["passé", "passés"] },
  resource: { en: ["resource", "resources"], fr: ["ressource", "ressources"] },
} as const;

function counted(count: number, words: Record<Language, readonly [string, string]>, language: Language) {
  return count === 0 ? undefined : `${count} ${words[language][count === 1 ? 0 : 1]}`;
}

/** Findings with the same rule and verdict, in their order. */
function groups(findings: readonly Finding[]): Finding[][] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule.id} ${finding.verdict}`;
    found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return [...found.values()];
}

function paragraph(group: readonly Finding[], told: boolean, options: TerminalOptions): string {
  const { language, colours, strict = false } = options;
  const [{ rule, verdict } = never()] = group;
  const kind = verdict === "unknown" ? "unknown" : rule.severity;
  const refuses = strict || kind === "error";
  const [sign, paint] = refuses ? ["✗", colours.red] : [kind === "unknown" ? "?" : "!", colours.yellow];
  const more = group.length - LISTED;
  const others = language === "fr" ? `    ... et ${more} autres` : `    ... and ${more} more`;
  return [
    `${paint(`${sign} ${rule.id}`)} ${colours.bold(rule.title[language])} (${WORDS[kind][language]})`,
    ...group.slice(0, LISTED).map((finding) => findingLine(finding, options)),
    ...(more > 0 ? [others] : []),
    ...(told ? [] : [colours.dim(wrap(WORDS.why[language] + rule.why[language], "  "))]),
    ...(told ? [] : [wrap(WORDS.fix[language] + rule.fix[language], "  ")]),
  ].join("\n");
}

function findingLine({ address, attribute, value, detail, place }: Finding, options: TerminalOptions): string {
  const { language, colours, placeText = ({ file, line }) => `${file}:${line}` } = options;
  const seen = attribute === undefined ? "" : ` ${plain(attribute)} = ${plain(shownIn(value ?? "", language))}`;
  const more = detail ? ` (${plain(detail[language])})` : "";
  const where = place ? `  ${colours.cyan(plain(placeText(place)))}` : "";
  return `    ${plain(address)}${seen}${more}${where}`;
}

function never(): never {
  throw new Error("a group of findings is empty");
}
