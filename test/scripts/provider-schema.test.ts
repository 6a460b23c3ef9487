import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { stripProse, writeSchema } from "../../scripts/provider-schema";

describe("stripProse", () => {
  it("drops descriptions, and keeps an attribute of that name", () => {
    const attribute = { type: "string", description: "What it is for", description_kind: "plain" };
    expect(stripProse({ block: { description_kind: "plain", attributes: { description: attribute } } })).toEqual({
      block: { attributes: { description: { type: "string" } } },
    });
  });

  it("keeps flags and deprecations, and object types as they are", () => {
    const schema = {
      attributes: { a: { type: ["list", ["object", { description: "string" }]], computed: true, sensitive: true } },
      deprecated: true,
      version: 1,
    };
    expect(stripProse(schema)).toEqual(schema);
  });

  it("sorts the keys of every level", () => {
    const stripped = stripProse({
      version: 0,
      attributes: { b: { type: "bool", optional: true }, a: { type: "bool" } },
    });
    expect(JSON.stringify(stripped)).toBe(
      '{"attributes":{"a":{"type":"bool"},"b":{"optional":true,"type":"bool"}},"version":0}',
    );
  });
});

describe("writeSchema", () => {
  it("gives each attribute its own line", () => {
    expect(
      writeSchema({ attributes: { a: { type: "bool" }, b: { optional: true, type: ["set", "string"] } } }),
    ).toMatchInlineSnapshot(`
"{
  "attributes": {
    "a": { "type": "bool" },
    "b": { "optional": true, "type": ["set","string"] }
  }
}"
`);
  });

  it("breaks an object that a line of 120 columns cannot hold", () => {
    const wide = { a: "x".repeat(60), b: "y".repeat(60) };
    expect(writeSchema(wide).split("\n")).toHaveLength(4);
  });

  it("wrote the committed schema", () => {
    const text = readFileSync(join(__dirname, "../../provider/schema.json"), "utf8");
    expect(`${writeSchema(stripProse(JSON.parse(text)))}\n`).toBe(text);
  });
});
