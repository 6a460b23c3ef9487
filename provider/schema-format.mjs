/** How `schema.json` is written: what is kept of the provider's own schema, in which order and on how many lines. */

const WIDTH = 120;

/** Prose, which the bindings do not need and which would make every upgrade of the provider a long diff. */
const DROPPED = new Set(["description", "description_kind"]);

/**
 * Keeps names, types, flags and deprecations; keys of every level are sorted so that two runs give the same bytes.
 *
 * Names of resources, attributes and blocks are kept whatever they are: an attribute may be called `description`.
 */
export function strip(schema) {
  return Object.fromEntries(
    Object.keys(schema)
      .filter((key) => !DROPPED.has(key))
      .sort()
      .map((key) => [key, stripValue(key, schema[key])]),
  );
}

/** Keys whose values are maps from a name chosen by the provider to a description of the thing. */
const NAMED = new Set(["attributes", "block_types", "provider_schemas", "resource_schemas", "data_source_schemas"]);

function stripValue(key, value) {
  if (NAMED.has(key)) {
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((name) => [name, strip(value[name])]),
    );
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return strip(value);
}

/** JSON where whatever fits in 120 columns is on one line: one attribute, one line. */
export function format(value, indent = "") {
  const flat = JSON.stringify(value);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return flat;
  const spaced = inline(value);
  if (indent.length + spaced.length <= WIDTH && !hasObject(value)) return spaced;
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${format(one, inner)}`);
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${indent}}`;
}

function inline(value) {
  const parts = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`);
  return `{ ${parts.join(", ")} }`;
}

function hasObject(value) {
  return Object.values(value).some((one) => one !== null && typeof one === "object" && !Array.isArray(one));
}
