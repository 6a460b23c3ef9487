import { touches, valueAt } from "../plan/paths";
import { type Change, UNKNOWN } from "../plan/plan";
import { isSecretName } from "./knowledge/secret-names";
import { leakIn } from "./knowledge/secrets";

/** Longest value that is shown. */
const LONGEST = 80;

export const HIDDEN = "(hidden)";
export const KNOWN_LATER = "(known after apply)";
export const LEFT_OUT = "(left out)";

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
