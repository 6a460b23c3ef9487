import { UNKNOWN } from "../../plan/plan";

/** Nobody wrote it: absent, `null`, or the empty text and the empty list that the provider keeps for that. */
export function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Blocks of a resource, as a list; {@link UNKNOWN} when not even their number is known. */
export function blocksOf(value: unknown): readonly Readonly<Record<string, unknown>>[] | typeof UNKNOWN {
  if (value === UNKNOWN || (Array.isArray(value) && value.includes(UNKNOWN))) return UNKNOWN;
  return Array.isArray(value) ? value : [];
}

/** Texts of a list or a set; {@link UNKNOWN} when one of them is not known. */
export function textsOf(value: unknown): readonly string[] | typeof UNKNOWN {
  if (value === UNKNOWN) return UNKNOWN;
  if (!Array.isArray(value)) return [];
  return value.includes(UNKNOWN) ? UNKNOWN : value.map(String);
}
