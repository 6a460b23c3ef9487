import { type Expression, UNKNOWN } from "./plan";
import { isList, isRecord } from "./shape";

/** What an expression names: variables, resources, `each.value` ... Empty for a constant. */
export function referencesOf(expression: unknown): readonly string[] {
  if (!isRecord(expression)) return [];
  const { references } = expression as Expression;
  return isList(references) ? (references as readonly string[]) : [];
}

/**
 * The constant that an expression is; {@link UNKNOWN} if it is none.
 *
 * Of a configuration in JSON (CDKTF's), OpenTofu gives a template as if it were a constant: `"${var.region}"`, beside
 * what it refers to. A template that refers to nothing, `"${timestamp()}"`, is told by its text alone.
 */
export function constantOf(expression: unknown): unknown {
  if (!isRecord(expression) || !("constant_value" in expression)) return UNKNOWN;
  if (referencesOf(expression).length > 0 || hasTemplate(expression.constant_value)) return UNKNOWN;
  return expression.constant_value;
}

/** The text of an expression as it was written, templates included, where the plan tells it. */
export function sourceTextOf(expression: unknown): string | undefined {
  const text = isRecord(expression) ? expression.constant_value : undefined;
  return typeof text === "string" ? text : undefined;
}

/** Whether somebody wrote something: an argument that is there, and is not `null`. */
export function isWritten(expression: unknown): boolean {
  return expression !== undefined && constantOf(expression) !== null;
}

function hasTemplate(value: unknown): boolean {
  if (typeof value === "string") return /(?:^|[^$])\$\{|(?:^|[^%])%\{/.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasTemplate);
}
