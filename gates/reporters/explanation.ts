import type { createColors } from "picocolors";
import type { Language, Localised } from "../../problems/language";
import { exampleText, VERDICTS } from "../catalogue";
import type { Rule, Verdict } from "../rule";
import { wrap } from "./wrap";

const SEVERITY: Record<Rule["severity"], Localised> = {
  error: { en: "error: refuses the plan", fr: "erreur : refuse le plan" },
  warning: {
    en: "warning: refuses the plan only with --strict",
    fr: "avertissement : ne refuse le plan qu'avec --strict",
  },
};

const EXAMPLES: Record<Verdict, Localised> = {
  fail: { en: "Refused:", fr: "Refusé :" },
  pass: { en: "Accepted:", fr: "Accepté :" },
  unknown: { en: "Unknown:", fr: "Inconnu :" },
};

const HEADS = {
  why: { en: "Why", fr: "Pourquoi" },
  fix: { en: "Fix", fr: "Que faire" },
  source: { en: "Rests on", fr: "Repose sur" },
  resources: { en: "Judges", fr: "Juge" },
} satisfies Record<string, Localised>;

/** Everything about one rule, for whoever met it. */
export function explanation(rule: Rule, language: Language, colours: ReturnType<typeof createColors>): string {
  const colon = language === "fr" ? " :" : ":";
  const part = (head: Localised, text: string) => `${colours.bold(head[language] + colon)}\n${wrap(text, "  ")}`;
  const examples = VERDICTS.flatMap((verdict) => {
    const texts = rule.examples[verdict].map((example) => exampleText(example, language)).filter((text) => text !== "");
    const lines = texts.map((text) => wrap(`- ${text}`, "  "));
    return lines.length > 0 ? [[colours.bold(EXAMPLES[verdict][language]), ...lines].join("\n")] : [];
  });
  const day = language === "fr" ? rule.source?.date.split("-").reverse().join("/") : rule.source?.date;
  return [
    `${colours.bold(`${rule.id} ${rule.title[language]}`)}\n${SEVERITY[rule.severity][language]}`,
    part(HEADS.why, rule.why[language]),
    part(HEADS.fix, rule.fix[language]),
    ...(rule.source ? [part(HEADS.source, `${rule.source.text[language]} (${day})`)] : []),
    part(HEADS.resources, rule.resources.join(", ")),
    ...examples,
  ].join("\n\n");
}
