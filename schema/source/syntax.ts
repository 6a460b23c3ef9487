import type { YAMLParseError } from "yaml";
import type { Localised } from "../../problems/language";

const UNCLOSED: Localised = {
  en: "A quote or a bracket is opened and not closed, or a `:` is missing after a key.",
  fr: "Un guillemet ou un crochet est ouvert et pas refermé, ou il manque un `:` après une clé.",
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
  MISSING_CHAR: UNCLOSED,
  MULTILINE_IMPLICIT_KEY: UNCLOSED,
  MULTIPLE_ANCHORS: ANCHOR,
  MULTIPLE_TAGS: ANCHOR,
};

export function reasonOf({ code }: YAMLParseError): Localised {
  return REASONS[code] ?? PLACE;
}
