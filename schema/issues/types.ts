import { z } from "zod";
import type { Localised } from "../../problems/language";
import { oneOf, quoted } from "../../problems/words";
import type { Spot } from "./spot";

const TEXT: Localised = { en: "a text", fr: "un texte" };
const WHOLE: Localised = { en: "a whole number", fr: "un nombre entier" };
const NUMBER: Localised = { en: "a number", fr: "un nombre" };
const LIST: Localised = { en: "a list", fr: "une liste" };
const KEYS: Localised = { en: "a group of `key: value` lines", fr: "un groupe de lignes `clé: valeur`" };

/** What a value was, in words. */
export function receivedOf(value: unknown, written?: string): Localised {
  if (Array.isArray(value)) return LIST;
  if (typeof value === "object" && value !== null) return KEYS;
  const shown = quoted(typeof value === "string" ? value : (written ?? String(value)));
  if (typeof value === "string") return { en: `the text ${shown.en}`, fr: `le texte ${shown.fr}` };
  if (typeof value === "number") return { en: `the number ${written ?? value}`, fr: `le nombre ${written ?? value}` };
  return shown;
}

/** What a schema wants, in words. */
export function expectedBy({ schema }: Spot): Localised {
  if (schema instanceof z.ZodEnum) {
    const { en, fr } = oneOf(schema.options.map(String));
    return { en: `one of ${en}`, fr: `l'un de ${fr}` };
  }
  if (schema instanceof z.ZodArray) return LIST;
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return KEYS;
  if (schema instanceof z.ZodNumber) return schema.isInt ? WHOLE : NUMBER;
  return TEXT;
}

/** The value that was meant, when only its type is wrong: `"443"` for 443, `[x]` for x. */
export function proposedFor({ schema }: Spot, value: unknown, written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (schema instanceof z.ZodArray) return schema.safeParse([value]).success ? `[${written}]` : undefined;
  if (schema instanceof z.ZodNumber && typeof value === "string") {
    const number = value.replaceAll(/[\s_]/g, "").replace(",", ".");
    return number !== "" && schema.safeParse(Number(number)).success ? number : undefined;
  }
  if (typeof value === "string" || schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return undefined;
  return `"${written}"`;
}
