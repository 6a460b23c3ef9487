/** How `provider/schema.json` is written: what it keeps of the provider's own schema, in which order, on which lines. */

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

const WIDTH = 120;

/** Prose, which the bindings do not need, and which would hide what an upgrade of the provider really changes. */
const PROSE = new Set(["description", "description_kind", "deprecation_message"]);

/** Keys whose value is a map by names that the provider chose: an attribute may well be called `description`. */
const MAPS = new Set(["attributes", "block_types", "provider_schemas", "resource_schemas", "data_source_schemas"]);

/** Keeps names, types, flags and deprecations. Keys are sorted on every level, so two runs give the same bytes. */
export function stripProse(schema: JsonObject): JsonObject {
  return sorted(schema, ([key, value]) => {
    if (PROSE.has(key)) return [];
    return [[key, MAPS.has(key) ? sorted(value as JsonObject, ([name, one]) => [[name, strip(one)]]) : strip(value)]];
  });
}

/** JSON with one attribute per line: whatever object holds no other one is on a line of its own, if it fits in 120 columns. */
export function writeSchema(value: Json, indent = ""): string {
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => [JSON.stringify(key), one] as const);
  const line = `{ ${entries.map(([key, one]) => `${key}: ${JSON.stringify(one)}`).join(", ")} }`;
  if (!Object.values(value).some(isObject) && indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const lines = entries.map(([key, one]) => `${inner}${key}: ${writeSchema(one, inner)}`);
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

function strip(value: Json): Json {
  return isObject(value) ? stripProse(value) : value;
}

function sorted(value: JsonObject, map: (entry: [string, Json]) => [string, Json][]): JsonObject {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.flatMap(map));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
