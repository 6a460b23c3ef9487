import type { Outcome } from "../../engine/apply/carry-out";
import type { Language } from "../../problems/language";
import type { Context } from "../command";
import { nearestPath, printProblems } from "../print-problems";
import { type Colours, coloursFor } from "./paint";
import { numberText } from "./words";

const WORDS = {
  en: {
    apply: { done: "applied", failed: "NOT FINISHED", interrupted: "INTERRUPTED" },
    destroy: { done: "destroyed", failed: "NOT FINISHED", interrupted: "INTERRUPTED" },
  },
  fr: {
    apply: { done: "appliqué", failed: "INACHEVÉ", interrupted: "INTERROMPU" },
    destroy: { done: "détruit", failed: "INACHEVÉ", interrupted: "INTERROMPU" },
  },
} as const;

const UNTOUCHED = { en: "NOTHING WAS CHANGED", fr: "RIEN N'A ÉTÉ MODIFIÉ" };

/** What came of a plan, on one line or two: `Rochefort (17299): applied, 128 of 128 changes, 41.2 s`. */
function outcomeText({ town, result, evidence }: Outcome, language: Language, colours: Colours): string {
  const { insee, command, outcome, count, total, seconds } = result;
  const untouched = outcome !== "done" && !evidence;
  if (untouched) return `${town} (${insee})${language === "fr" ? " :" : ":"} ${colours.red(UNTOUCHED[language])}`;
  const word = WORDS[language][command][outcome];
  const painted = outcome === "done" ? colours.green(word) : colours.red(word);
  const time = `${numberText(seconds, language, 1)} s`;
  const head =
    language === "fr"
      ? `${town} (${insee}) : ${painted}, ${count} ${count < 2 ? "changement" : "changements"} sur ${total}, ${time}`
      : `${town} (${insee}): ${painted}, ${count} of ${total} changes, ${time}`;
  if (!evidence) return head;
  return `${head}\n  ${language === "fr" ? "Trace conservée dans" : "Evidence kept in"} ${nearestPath(evidence)}`;
}

/** Every outcome on standard output, for people or machines; what went wrong, on standard error. */
export function tellOutcomes(
  outcomes: readonly Outcome[],
  { language, json, out, err, config }: Pick<Context, "language" | "json" | "out" | "err" | "config">,
): void {
  const problems = outcomes.flatMap((outcome) => outcome.problems);
  if (problems.length > 0) printProblems(problems, { language, err, folder: config });
  const colours = coloursFor(out);
  if (!json) for (const outcome of outcomes) out.write(`${outcomeText(outcome, language, colours)}\n`);
  else out.write(outcomeJson(outcomes, language));
}

/** For machines. */
export function outcomeJson(outcomes: readonly Outcome[], language: Language): string {
  return `${JSON.stringify({ format: "beffroi/apply/1", towns: outcomes.map(asJson(language)) }, null, 2)}\n`;
}

function asJson(language: Language) {
  return ({ town, result, problems, evidence }: Outcome) => ({
    name: town,
    ...result,
    problems: problems.map(({ code, what, fix }) => ({ code, what: what[language], fix: fix[language] })),
    ...(evidence && { evidence: nearestPath(evidence) }),
  });
}
