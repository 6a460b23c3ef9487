import { type Document, LineCounter, parseDocument, type YAMLParseError } from "yaml";
import { fileEmpty, hiddenCharacter } from "../../problems/catalogue/config-files";
import {
  severalDocuments,
  tooDeep,
  tooManyAliases,
  unknownTag,
  yamlSyntax,
  yamlTab,
} from "../../problems/catalogue/config-yaml";
import type { Problem } from "../../problems/problem";
import type { Report } from "../report";
import { inspect } from "./inspect";
import { wholeFile } from "./read-text";
import { openingOf, reasonOf, UNCLOSED } from "./syntax";
import { placeIn, YamlSource } from "./yaml-source";

/** Parses one file; nothing, and problems reported, when its value cannot be known. */
export function parseYaml(file: string, text: string, report: Report): YamlSource | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, uniqueKeys: false, prettyErrors: false, lineCounter: lines });
  const [error] = document.errors;
  const place = (start: number, end = start + 1) => placeIn(file, text, lines, start, end);
  if (error) {
    report(syntaxProblem(error, document, text, place));
    return undefined;
  }
  for (const { code, pos } of document.warnings)
    report(
      code === "TAG_RESOLVE_FAILED"
        ? unknownTag({ tag: text.slice(...pos).split(/\s/)[0] as string }, place(...pos))
        : yamlSyntax({ reason: reasonOf({ code } as YAMLParseError) }, place(...pos)),
    );
  if (isEmpty(document)) {
    report(fileEmpty({}, wholeFile(file)));
    return undefined;
  }
  const anchors = inspect(document, (node) => placeIn(file, text, lines, ...rangeOf(node)), report);
  if (!anchors) return undefined;
  try {
    return new YamlSource(file, text, document, lines, anchors);
  } catch (failure) {
    if (!(failure instanceof ReferenceError)) throw failure;
    report(tooManyAliases({}, wholeFile(file)));
    return undefined;
  }
}

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (contents.range[0] === contents.range[1] && contents.toJSON() === null);
}

function rangeOf({ range }: { range?: readonly [number, number, number] | null }): [number, number] {
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

type Placer = (start: number, end?: number) => Problem["at"];

/** One problem for each file that cannot be read: what follows a mistake of syntax is noise. */
function syntaxProblem(error: YAMLParseError, document: Document, text: string, place: Placer): Problem {
  const [start] = error.pos;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(lineStart).split("\n", 1)[0] as string;
  const tab = /^ *\t/.exec(line);
  const hardSpace = /[\u00a0\u202f]/.exec(line);
  if (error.code === "RESOURCE_EXHAUSTION") return tooDeep({}, place(start));
  if (error.code === "MULTIPLE_DOCS") return severalDocuments({}, place(start, start + 3));
  if (error.code === "TAB_AS_INDENT" || tab) {
    const from = lineStart + (tab ? tab[0].length - 1 : start - lineStart);
    return yamlTab({}, place(from));
  }
  if (hardSpace) {
    const character = hardSpace[0] === "\u00a0" ? "U+00A0" : "U+202F";
    return hiddenCharacter({ character }, place(lineStart + hardSpace.index));
  }
  const opening = openingOf(error, document, text);
  return opening === undefined
    ? yamlSyntax({ reason: reasonOf(error) }, place(...error.pos))
    : yamlSyntax({ reason: UNCLOSED }, place(opening));
}
