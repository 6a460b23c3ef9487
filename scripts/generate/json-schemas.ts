import { z } from "zod";
import type { About, Kind } from "../../schema/about";
import { FILE_KINDS } from "./file-kinds";
import type { Generated } from "./generated-file";

/** `schema/json/<kind>.schema.json`: what editors complete and check while a town types. */
export function jsonSchemas(): Generated[] {
  return FILE_KINDS.map(({ name, schema }) => [
    `schema/json/${name}.schema.json`,
    `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n`,
  ]);
}

/** JSON Schema (draft 2020-12) of what a file may hold; descriptions are in French, then in English. */
export function jsonSchemaOf(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io: "input",
    override: ({ jsonSchema }) => adapt(jsonSchema),
  });
}

const IPV4_RANGE = String.raw`(\d{1,3}\.){3}\d{1,3}/\d{1,2}`;
const IPV6_RANGE = String.raw`[\dA-Fa-f:]*:[\dA-Fa-f:]*/\d{1,3}`;

/** What our own checks demand, as far as a pattern can say it. */
const PATTERNS: Readonly<Partial<Record<Kind, string>>> = {
  range: `^(${IPV4_RANGE}|${IPV6_RANGE})$`,
  reason: String.raw`\S\s+\S`,
  url: "^https?://",
};

type Node = z.core.JSONSchema.BaseSchema & Partial<About>;

/** Our own words out, the bounds of JavaScript's numbers out, our own checks in. */
function adapt(node: Node): void {
  const { en, kind, description } = node;
  if (en && description) node.description = description === en ? en : `${description}\n${en}`;
  if (kind && node.type === "string" && PATTERNS[kind]) node.pattern = PATTERNS[kind];
  if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
  if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
  delete (node as Partial<Record<"en" | "kind", unknown>>).en;
  delete (node as Partial<Record<"en" | "kind", unknown>>).kind;
}
