import { z } from "zod";
import type { Localised } from "../../problems/language";
import { type About, meaningOf } from "../../schema/about";
import { boundsOf, type Spot, spotAt } from "../../schema/issues/spot";

/** A row of a reference page. */
export interface Field {
  /** `openings[].port`, `settings.<name>.hosts`. */
  readonly path: string;
  readonly type: Localised;
  readonly required: boolean;

  /** Absent: none. */
  readonly byDefault?: unknown;
  readonly meaning: Localised;
  readonly examples: readonly unknown[];
}

/** Every field of a kind of file, parents before children, in the order of the schema. */
export function fieldsOf(schema: z.core.$ZodType, prefix = ""): Field[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.def.shape as Record<string, z.core.$ZodType>).flatMap(([key, inner]) =>
      field(`${prefix}${prefix && "."}${key}`, inner),
    );
  if (schema instanceof z.ZodRecord)
    return field(`${prefix}${prefix && "."}<name>`, schema.def.valueType).map((one, index) =>
      index === 0 ? { ...one, required: false } : one,
    );
  return [];
}

function field(path: string, schema: z.core.$ZodType): Field[] {
  const spot = spotAt(schema, []);
  const byDefault = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  const own: Field = {
    path,
    type: typeOf(spot),
    required: !(schema instanceof z.ZodOptional || schema instanceof z.ZodDefault),
    ...(byDefault !== undefined && { byDefault }),
    meaning: meaningOf(spot.about as About),
    examples: spot.about.examples ?? [],
  };
  const inner = spot.schema instanceof z.ZodArray ? spotAt(spot.schema, [0]).schema : spot.schema;
  return [own, ...fieldsOf(inner, spot.schema instanceof z.ZodArray ? `${path}[]` : path)];
}

function typeOf(spot: Spot): Localised {
  const { schema } = spot;
  if (schema instanceof z.ZodArray) {
    const { en, fr } = typeOf(spotAt(schema, [0]));
    return { en: `list: ${en}`, fr: `liste : ${fr}` };
  }
  if (schema instanceof z.ZodEnum) return same(schema.options.map((option) => `\`${option}\``).join(", "));
  if (schema instanceof z.ZodNumber) return numberType(spot, schema.isInt);
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return { en: "keys", fr: "clés" };
  return KINDS[spot.about.kind ?? ""] ?? { en: "text", fr: "texte" };
}

function numberType(spot: Spot, isWhole: boolean): Localised {
  const { least, most } = boundsOf(spot);
  const bounds = [least === undefined ? "" : `≥ ${least}`, most === undefined ? "" : `≤ ${most}`].filter(Boolean);
  const shown = bounds.length > 0 ? ` (${bounds.join(", ")})` : "";
  return isWhole
    ? { en: `whole number${shown}`, fr: `nombre entier${shown}` }
    : { en: `number${shown}`, fr: `nombre${shown}` };
}

function same(text: string): Localised {
  return { en: text, fr: text };
}

const KINDS: Readonly<Record<string, Localised>> = {
  address: { en: "IP address", fr: "adresse IP" },
  country: { en: "two capitals", fr: "deux capitales" },
  date: { en: "date", fr: "date" },
  email: { en: "e-mail address", fr: "adresse électronique" },
  identifier: { en: "name", fr: "nom" },
  insee: { en: "INSEE code in quotes", fr: "code INSEE entre guillemets" },
  instant: { en: "date and hour, in UTC", fr: "date et heure, en UTC" },
  package: { en: "name of a package", fr: "nom de paquet" },
  peer: { en: "place, zone or range", fr: "lieu, zone ou plage" },
  range: { en: "range", fr: "plage" },
  reason: { en: "text of two words or more", fr: "texte d'au moins deux mots" },
  url: { en: "address (URL)", fr: "adresse (URL)" },
};
