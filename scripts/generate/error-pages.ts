import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../problems/language";
import type { ProblemKind } from "../../problems/problem";
import type { Generated } from "./generated-file";

const WORDS = {
  en: {
    title: "Problems",
    intro: [
      "Every problem that Beffroi tells, by its code, which never changes. Values in the examples are invented.",
      "This page is generated from `problems/catalogue/`; do not edit it.",
    ],
    accepted: "Accepted:",
    fix: "Fix:",
  },
  fr: {
    title: "Les erreurs",
    intro: [
      "Toutes les erreurs que Beffroi signale, par leur code, qui ne change jamais. Les valeurs des exemples sont inventées.",
      "Cette page est produite depuis `problems/catalogue/` ; ne pas la modifier.",
    ],
    accepted: "Accepté :",
    fix: "Correction :",
  },
} as const;

/** `docs/errors.md` and `docs/erreurs.md`. */
export async function errorPages(root: string): Promise<Generated[]> {
  const kinds = await catalogue(root);
  return [
    ["docs/errors.md", page(kinds, "en")],
    ["docs/erreurs.md", page(kinds, "fr")],
  ];
}

/** Every kind of problem of the catalogue, or of some of its files, by code. */
export async function catalogue(root: string, named = /\.ts$/): Promise<ProblemKind<unknown>[]> {
  const folder = join(root, "problems", "catalogue");
  const files = readdirSync(folder).filter((name) => named.test(name));
  const modules = await Promise.all(files.map((name) => import(join(folder, name))));
  return modules
    .flatMap((exported: Record<string, unknown>) => Object.values(exported))
    .flatMap((value) => (hasKind(value) ? value.kind : []))
    .sort((left, right) => (left.code < right.code ? -1 : 1));
}

function hasKind(value: unknown): value is { kind: ProblemKind<unknown> } {
  return typeof value === "function" && "kind" in value;
}

function page(kinds: readonly ProblemKind<unknown>[], language: Language): string {
  const { title, intro } = WORDS[language];
  return `${[`# ${title}`, "", ...intro, "", ...kinds.flatMap((kind) => section(kind, language))].join("\n").trimEnd()}\n`;
}

function section({ code, title, example, tell }: ProblemKind<unknown>, language: Language): string[] {
  const { accepted: acceptedLabel, fix: fixLabel } = WORDS[language];
  const head = [`## ${code}`, "", `${title[language]}.`, ""];
  if (example === undefined) return head;
  const { what, accepted, fix } = tell(example);
  const told = [
    what[language],
    ...(accepted ? [`${acceptedLabel} ${accepted[language]}`] : []),
    `${fixLabel} ${fix[language]}`,
  ].flatMap((text) => text.split("\n").map((line, index) => (index === 0 ? line : `  ${line}`)));
  return [...head, "```text", ...told, "```", ""];
}
