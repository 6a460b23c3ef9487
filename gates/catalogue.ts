import { UNKNOWN } from "../plan/plan";
import { type Example, Reference, type Rule, type Verdict } from "./rule";

/** A rule as machines read it. */
export function asPublished({ id, severity, title, why, fix, source, resources }: Rule): object {
  return { id, severity, title, why, fix, ...(source && { source }), resources };
}

/** The attributes of an example, as a person would write them; `(known after apply)` for what is not known. */
export function exampleText({ after, before, actions }: Example): string {
  const shown = after ?? before ?? {};
  const text = Object.entries(shown)
    .map(([name, value]) => `${name} = ${valueText(value)}`)
    .join(", ");
  if (before === undefined) return text;
  const what = actions?.join(" + ") ?? (after ? "update" : "delete");
  return `${what}: ${text}`;
}

function valueText(value: unknown): string {
  if (value === UNKNOWN) return "(known after apply)";
  if (value instanceof Reference) return `${value.address}.${value.attribute}`;
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${name} = ${valueText(member)}`);
  return `{ ${members.join(", ")} }`;
}

/** In the order in which people read them. */
export const VERDICTS: readonly Verdict[] = ["fail", "pass", "unknown"];
