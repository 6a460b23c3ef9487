import { UNKNOWN } from "../plan/plan";
import type { Language } from "../problems/language";
import { type Example, Reference, type Rule, type Verdict } from "./rule";
import { KNOWN_LATER, shownIn } from "./shown-value";

/** A rule as machines read it. */
export function asPublished({ id, severity, title, why, fix, source, resources }: Rule): object {
  return { id, severity, title, why, fix, ...(source && { source }), resources };
}

/** An example as a person would write it: the attributes, then what surrounds them. */
export function exampleText(example: Example, language: Language): string {
  const { after, before, actions, provider, policy, today, sensitive, leftAside, with: neighbours = [] } = example;
  const attributes = membersText(after ?? before ?? {}, language);
  const fate = before === undefined ? "" : `${actions?.join(" + ") ?? (after ? "update" : "delete")}: `;
  const around = Object.entries({ sensitive, leftAside, provider, policy, today }).filter(
    ([, value]) => value !== undefined,
  );
  return [
    fate + attributes,
    ...neighbours.map((one) => `${one.type}.${one.name} { ${membersText(one.after, language)} }`),
    ...around.map(([name, value]) => `${name} = ${valueText(value, language)}`),
  ]
    .filter((text) => text !== "")
    .join("; ");
}

function membersText(members: object, language: Language): string {
  return Object.entries(members)
    .map(([name, value]) => `${name} = ${valueText(value, language)}`)
    .join(", ");
}

function valueText(value: unknown, language: Language): string {
  if (value === UNKNOWN) return shownIn(KNOWN_LATER, language);
  if (value instanceof Reference) return `${value.address}.${value.attribute}`;
  if (Array.isArray(value)) return `[${value.map((item) => valueText(item, language)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${membersText(value, language)} }`;
}

/** In the order in which people read them. */
export const VERDICTS: readonly Verdict[] = ["fail", "pass", "unknown"];
