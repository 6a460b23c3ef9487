import { touches, valueAt } from "../plan/paths";
import { type Change, UNKNOWN } from "../plan/plan";
import type { Language } from "../problems/language";
import { isSecretName } from "./knowledge/secret-names";
import { leakIn } from "./knowledge/secrets";

/** Longest value that is shown. */
const LONGEST = 80;

/** Words that stand for a value; in English, since a report for machines has one form. */
const HIDDEN = "(hidden)";
export const KNOWN_LATER = "(known after apply)";
const LEFT_OUT = "(left out)";

const FRENCH: Readonly<Record<string, string>> = {
  [HIDDEN]: "(masqué)",
  [KNOWN_LATER]: "(connu après application)",
  [LEFT_OUT]: "(non écrit)",
};

/** A shown value in the language of the reader. */
export function shownIn(value: string, language: Language): string {
  return language === "fr" ? (FRENCH[value] ?? value) : value;
}

/** An attribute's value as people see it: secrets hidden, long values cut. */
export function shownValue(change: Change, attribute: string, secret: boolean): string {
  const value = valueAt(change.after ?? change.before, attribute);
  if (value === UNKNOWN) return KNOWN_LATER;
  if (value === undefined || value === null) return LEFT_OUT;
  if (secret || touches(change.sensitive, attribute) || attribute.split(".").some(isSecretName)) return HIDDEN;
  if (typeof value === "string" && leakIn(value)) return HIDDEN;
  const text = JSON.stringify(value, (key, item) => {
    if (item === UNKNOWN) return KNOWN_LATER;
    if (item !== null && isSecretName(key)) return HIDDEN;
    return typeof item === "string" && leakIn(item) ? HIDDEN : item;
  });
  return text.length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join("")}…` : text;
}
