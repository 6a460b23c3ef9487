import { describe, expect, it } from "@jest/globals";
import type { z } from "zod";
import { spotAt } from "../../schema/issues/spot";
import { type Field, fieldsOf } from "../../scripts/generate/fields";
import { FILE_KINDS } from "../../scripts/generate/file-kinds";

const fields = FILE_KINDS.flatMap(({ name, schema }) => fieldsOf(schema).map((field) => ({ name, schema, field })));

/** The schema of a field: any name will do in a record, any rank in a list. */
function schemaOf(schema: z.ZodType, { path }: Field) {
  const segments = path.replaceAll("[]", ".0").split(".");
  return spotAt(
    schema,
    segments.map((segment) => (segment === "0" ? 0 : segment)),
  ).schema as z.ZodType;
}

describe.each(fields)("$name: $field.path", ({ schema, field }) => {
  it("is explained in both languages, in sentences", () => {
    expect(field.meaning.en).toMatch(/\.$/);
    expect(field.meaning.fr).toMatch(/\.$/);
  });

  it("has an example, and each of its examples is right", () => {
    expect(field.examples).not.toHaveLength(0);
    for (const example of field.examples)
      expect([example, schemaOf(schema, field).safeParse(example).success]).toEqual([example, true]);
  });

  it("says in words what it takes", () => {
    expect([field.type.en, field.type.fr].join()).not.toMatch(/undefined/);
  });
});

it("the reference covers every key that a town may write", () => {
  const paths = fields.filter(({ name }) => name === "town").map(({ field }) => field.path);
  expect(paths).toContain("openings[].from");
  expect(paths).toContain("settings.<name>.documentsGiB");
});
