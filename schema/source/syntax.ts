import { type Document, isCollection, isScalar, type Node, visit, type YAMLParseError } from "yaml";
import type { Localised } from "../../problems/language";

export const UNCLOSED: Localised = {
  en: "The bracket or the quote that is opened here is never closed.",
  fr: "Le crochet ou le guillemet ouvert ici n'est jamais refermé.",
};
const NO_COLON: Localised = {
  en: "A key is followed by a `:` and a space; one of the two is missing.",
  fr: "Une clé est suivie d'un `:` et d'une espace ; l'un des deux manque.",
};
const INDENT: Localised = {
  en: "The line is not aligned with the ones it belongs to: lines of the same group start in the same column.",
  fr: "La ligne n'est pas alignée avec celles de son groupe : les lignes d'un même groupe commencent à la même colonne.",
};
const COLON: Localised = {
  en: "A text that holds `: ` or starts with a sign must be in quotes.",
  fr: "Un texte qui contient `: ` ou commence par un signe doit être entre guillemets.",
};
const PLACE: Localised = {
  en: "This does not belong here: a list and keys are mixed, or a `,`, a `-` or a `:` is missing.",
  fr: "Ceci n'a rien à faire ici : une liste et des clés sont mêlées, ou il manque une `,`, un `-` ou un `:`.",
};
const ANCHOR: Localised = {
  en: "An anchor (`&name`), an alias (`*name`) or a tag (`!name`) is misplaced or written twice.",
  fr: "Une ancre (`&nom`), un alias (`*nom`) ou une étiquette (`!nom`) est mal placé ou écrit deux fois.",
};
const DIRECTIVE: Localised = {
  en: "Lines that start with `%` are not accepted.",
  fr: "Les lignes qui commencent par `%` ne sont pas acceptées.",
};
const ESCAPE: Localised = {
  en: "A `\\` in double quotes starts a code that does not exist: write it twice, or use single quotes.",
  fr: "Un `\\` entre guillemets doubles commence un code qui n'existe pas : doublez-le, ou employez des apostrophes.",
};

/** What the parser means, for people: its own words suppose that one knows YAML's grammar. */
const REASONS: Readonly<Record<string, Localised>> = {
  ALIAS_PROPS: ANCHOR,
  BAD_ALIAS: ANCHOR,
  BAD_COLLECTION_TYPE: ANCHOR,
  BAD_DIRECTIVE: DIRECTIVE,
  BAD_DQ_ESCAPE: ESCAPE,
  BAD_INDENT: INDENT,
  BAD_PROP_ORDER: ANCHOR,
  BAD_SCALAR_START: COLON,
  BLOCK_AS_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: PLACE,
  MISSING_CHAR: NO_COLON,
  MULTILINE_IMPLICIT_KEY: NO_COLON,
  MULTIPLE_ANCHORS: ANCHOR,
  MULTIPLE_TAGS: ANCHOR,
};

export function reasonOf({ code }: YAMLParseError): Localised {
  return REASONS[code] ?? PLACE;
}

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}", '"': '"', "'": "'" };

/** Where the bracket or the quote was opened that the parser missed the end of, often many lines above its error. */
export function openingOf({ pos }: YAMLParseError, document: Document, text: string): number | undefined {
  let opening: number | undefined;
  visit(document, (_, node) => {
    const [start, end] = isBracketed(node) ? (node.range ?? []) : [];
    if (start === undefined || end === undefined || end < pos[0] || start > pos[0]) return;
    const written = text.slice(start, end).trimEnd();
    if (written.length < 2 || !written.endsWith(CLOSING[written.charAt(0)] ?? "")) opening = start;
  });
  return opening;
}

function isBracketed(node: unknown): node is Node {
  return isCollection(node) ? node.flow === true : isScalar(node) && /^QUOTE/.test(node.type ?? "");
}
