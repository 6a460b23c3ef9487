import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { z } from "zod";
import type { Language } from "../../problems/language";
import { type About, meaningOf } from "../../schema/about";
import { type Field, fieldsOf } from "./fields";
import { FILE_KINDS, type FileKind } from "./file-kinds";
import type { Generated } from "./generated-file";

const WORDS = {
  en: {
    title: "Config files",
    intro: [
      "Every file of a config folder, key by key. This page is generated from `schema/files/`; do not edit it.",
      "",
      "`./beffroi validate` checks a whole folder. The first line of each example makes editors that know YAML schemas",
      "(VS Code with the YAML extension, and others) complete keys and underline mistakes as you type. An unknown key is",
      "always a mistake. Anchors (`&name`), aliases (`*name`) and merge keys (`<<`) work as in any YAML file.",
      "",
      "A config may live anywhere (`--config`): the path in that first line then leads to the kit's `schema/json/`.",
    ],
    head: ["Key", "Value", "Mandatory", "By default", "Meaning", "Example"],
    yes: "yes",
    example: "Example",
  },
  fr: {
    title: "Les fichiers de configuration",
    intro: [
      "Chaque fichier d'un dossier de configuration, clé par clé. Cette page est produite depuis `schema/files/` ; ne pas la modifier.",
      "",
      "`./beffroi validate` vérifie tout un dossier. Avec la première ligne de chaque exemple, les éditeurs qui connaissent les",
      "schémas YAML (VS Code avec l'extension YAML, et d'autres) complètent les clés et soulignent les erreurs à la frappe. Une clé",
      "inconnue est toujours une erreur. Les ancres (`&nom`), les alias (`*nom`) et les fusions (`<<`) marchent comme dans tout fichier YAML.",
      "",
      "Une configuration peut être n'importe où (`--config`) : le chemin de cette première ligne mène alors au `schema/json/` du kit.",
    ],
    head: ["Clé", "Valeur", "Obligatoire", "Par défaut", "Sens", "Exemple"],
    yes: "oui",
    example: "Exemple",
  },
} as const;

/** `docs/config.md` and `docs/config.fr.md`. */
export function configPages(root: string): Generated[] {
  return [
    ["docs/config.md", page(root, "en")],
    ["docs/config.fr.md", page(root, "fr")],
  ];
}

function page(root: string, language: Language): string {
  const { title, intro } = WORDS[language];
  const sections = FILE_KINDS.flatMap((kind) => section(root, kind, language));
  return `${[`# ${title}`, "", ...intro, "", ...sections].join("\n").trimEnd()}\n`;
}

function section(root: string, { schema, example }: FileKind, language: Language): string[] {
  const about = z.globalRegistry.get(schema) as About & { title: string };
  const words = WORDS[language];
  return [
    `## \`${about.title}\``,
    "",
    meaningOf(about)[language],
    "",
    row(words.head),
    row(words.head.map(() => "---")),
    ...fieldsOf(schema).map((field) => row(cells(field, language))),
    "",
    `${words.example}${language === "fr" ? " :" : ":"} \`config/${example}\``,
    "",
    "```yaml",
    readFileSync(join(root, "config", example), "utf8").trimEnd(),
    "```",
    "",
  ];
}

function cells({ path, type, required, byDefault, meaning, examples }: Field, language: Language): string[] {
  return [
    `\`${path}\``,
    type[language],
    required ? WORDS[language].yes : "",
    byDefault === undefined ? "" : code(byDefault),
    meaning[language],
    examples.length > 0 ? code(examples[0]) : "",
  ];
}

function code(value: unknown): string {
  return `\`${stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim()}\``;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
