import { isAbsolute, join, relative, resolve } from "node:path";
import type { Language } from "../problems/language";
import type { Place, Problem } from "../problems/problem";
import { excerpt } from "./excerpt";
import { type Colours, coloursFor } from "./screens/paint";

export interface PrintOptions {
  readonly language: Language;
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean };

  /**
   * What the files of the places are relative to: the `folder` of an `OperatorError`.
   *
   * @default - the current folder
   */
  readonly folder?: string | undefined;
}

const WORDS = {
  en: {
    accepted: "Accepted: ",
    fix: "Fix: ",
    count: (problems: number, files: number) =>
      `${problems} ${problems > 1 ? "mistakes" : "mistake"}${files > 0 ? ` in ${files} ${files > 1 ? "files" : "file"}` : ""}.`,
  },
  fr: {
    accepted: "Accepté : ",
    fix: "Correction : ",
    count: (problems: number, files: number) =>
      `${problems} ${problems > 1 ? "erreurs" : "erreur"}${files > 0 ? ` dans ${files} ${files > 1 ? "fichiers" : "fichier"}` : ""}.`,
  },
} as const;

/** Prints problems for people, file by file: place, code, line, what is accepted, what to do. */
export function printProblems(problems: readonly Problem[], { language, err, folder }: PrintOptions): void {
  const colours = coloursFor(err);
  const files = new Map<string | undefined, Problem[]>();
  for (const problem of problems) files.set(problem.at?.file, [...(files.get(problem.at?.file) ?? []), problem]);
  for (const of of files.values())
    for (const problem of of) err.write(`${paragraph(problem, language, folder, colours).join("\n")}\n\n`);
  const named = [...files.keys()].filter((file) => file !== undefined).length;
  if (problems.length > 1 || named > 0) err.write(`${colours.bold(WORDS[language].count(problems.length, named))}\n`);
}

/** The path of a place from the current folder, so that a terminal makes it a link. */
export function shownPlace({ file, line, column, length }: Place, folder: string | undefined): string {
  const path = nearestPath(pathOf(file, folder));
  return length === 0 ? path : `${path}:${line}:${column}`;
}

/** From the current folder when it is inside, else in full: a way up and down again is hard to follow. */
export function nearestPath(path: string): string {
  const fromHere = relative(process.cwd(), path) || ".";
  return fromHere.startsWith("..") ? resolve(path) : fromHere;
}

function pathOf(file: string, folder: string | undefined): string {
  return folder === undefined || isAbsolute(file) ? file : join(folder, file);
}

function paragraph(
  { code, at, what, accepted, fix }: Problem,
  language: Language,
  folder: string | undefined,
  colours: Colours,
): string[] {
  const { accepted: acceptedLabel, fix: fixLabel } = WORDS[language];
  const head = at ? `${colours.bold(shownPlace(at, folder))}  ${colours.dim(code)}` : colours.dim(code);
  const lines = at ? excerpt(pathOf(at.file, folder), at, colours) : [];
  return [
    head,
    ...indented(colours.red(what[language])),
    ...(lines.length > 0 ? ["", ...lines.map((line) => `    ${line}`), ""] : []),
    ...(accepted ? indented(`${colours.cyan(acceptedLabel)}${accepted[language]}`) : []),
    ...indented(`${colours.green(fixLabel)}${fix[language]}`),
  ];
}

/** What follows the first line stands alone: it is there to be copied. */
function indented(text: string): string[] {
  return text.split("\n").map((line, index) => `${index === 0 ? "  " : "    "}${line}`);
}
