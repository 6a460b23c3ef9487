import { exampleText, VERDICTS } from "../../gates/catalogue";
import type { Rule, Verdict } from "../../gates/rule";
import { RULES } from "../../gates/rules";
import type { Language, Localised } from "../../problems/language";
import type { Generated } from "./generated-file";

const INTRODUCTION: Localised = {
  en: `# The gates

Every rule that a plan is judged by. This page is generated from \`gates/rules/\`; do not edit it.

A rule says pass, fail, or unknown when the plan does not tell. A failed rule refuses the plan, a warning is only
shown; \`--strict\` refuses warnings and unknowns, too. Examples give the attributes of one resource as they stand after
the plan; each is also run through a plan made by the real provider.

\`\`\`sh
./beffroi check plan.json              # any plan of OpenTofu or Terraform
./beffroi gates explain NET-001        # this page, for one rule
\`\`\`
`,
  fr: `# Les contrôles

Toutes les règles qui jugent un plan. Cette page est produite depuis \`gates/rules/\` ; ne pas la modifier.

Une règle dit passé, refusé, ou inconnu quand le plan ne le dit pas. Une règle non respectée refuse le plan, un
avertissement est seulement montré ; \`--strict\` refuse aussi les avertissements et les inconnus. Les exemples donnent
les attributs d'une ressource tels qu'ils sont après le plan ; chacun passe aussi par un plan fait par le vrai provider.

\`\`\`sh
./beffroi check plan.json              # n'importe quel plan OpenTofu ou Terraform
./beffroi gates explain NET-001        # cette page, pour une seule règle
\`\`\`
`,
};

const WORDS = {
  rule: { en: "Rule", fr: "Règle" },
  what: { en: "What it asks", fr: "Ce qu'elle exige" },
  why: { en: "Why", fr: "Pourquoi" },
  fix: { en: "What to do", fr: "Que faire" },
  source: { en: "Rests on", fr: "Repose sur" },
  judges: { en: "Judges", fr: "Juge" },
  warning: { en: "A warning.", fr: "Un avertissement." },
} satisfies Record<string, Localised>;

const VERDICT_WORDS: Record<Verdict, Localised> = {
  fail: { en: "refused", fr: "refusé" },
  pass: { en: "accepted", fr: "accepté" },
  unknown: { en: "unknown", fr: "inconnu" },
};

/** Families of rules, in the order of the page. */
const FAMILIES: Readonly<Record<string, Localised>> = {
  NET: { en: "Networks", fr: "Réseaux" },
  DATA: { en: "Data", fr: "Données" },
  LOC: { en: "Places", fr: "Lieux" },
  IAM: { en: "Identities and rights", fr: "Identités et droits" },
  LIFE: { en: "What is lost", fr: "Ce qui se perd" },
  SEC: { en: "Secrets", fr: "Secrets" },
  TAG: { en: "Marks", fr: "Marques" },
  QUAL: { en: "Images and flavours", fr: "Images et gabarits" },
  CAP: { en: "Capacity", fr: "Capacité" },
};

/** The catalogue of the gates, in both languages. */
export function gatePages(): Generated[] {
  return [
    ["docs/gates.md", page("en")],
    ["docs/controles.md", page("fr")],
  ];
}

function page(language: Language): string {
  const families = Object.entries(FAMILIES).map(([family, title]) => {
    const rules = RULES.filter(({ id }) => id.startsWith(`${family}-`));
    return [`## ${title[language]}`, table(rules, language), ...rules.map((rule) => section(rule, language))].join(
      "\n\n",
    );
  });
  return `${[INTRODUCTION[language].trimEnd(), ...families].join("\n\n")}\n`;
}

function table(rules: readonly Rule[], language: Language): string {
  const rows = rules.map(
    ({ id, title }) => `| [${id}](#${id.toLowerCase()}) | ${title[language].replaceAll("|", "\\|")} |`,
  );
  return [`| ${WORDS.rule[language]} | ${WORDS.what[language]} |`, "| --- | --- |", ...rows].join("\n");
}

function section(rule: Rule, language: Language): string {
  const colon = language === "fr" ? " :" : ":";
  const line = (word: Localised, text: string) => `**${word[language]}${colon}** ${text}`;
  const { source } = rule;
  const day = language === "fr" ? source?.date.split("-").reverse().join("/") : source?.date;
  return [
    `### ${rule.id}`,
    `${rule.title[language]}${rule.severity === "warning" ? ` ${WORDS.warning[language]}` : ""}`,
    line(WORDS.why, rule.why[language]),
    line(WORDS.fix, rule.fix[language]),
    ...(source ? [line(WORDS.source, `${source.text[language]} (${day}).`)] : []),
    line(WORDS.judges, rule.resources.map((type) => `\`${type}\``).join(", ")),
    `\`\`\`text\n${VERDICTS.flatMap((verdict) => examples(rule, verdict, language)).join("\n")}\n\`\`\``,
  ].join("\n\n");
}

function examples(rule: Rule, verdict: Verdict, language: Language): string[] {
  const width = Math.max(...VERDICTS.map((one) => VERDICT_WORDS[one][language].length));
  return rule.examples[verdict]
    .map((example) => exampleText(example, language))
    .filter((text) => text !== "")
    .map((text) => `${VERDICT_WORDS[verdict][language].padEnd(width)}  ${text}`);
}
