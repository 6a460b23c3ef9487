/** An object of a JSON text, before anybody looked at what it holds. */
export type Shapeless = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Shapeless {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
