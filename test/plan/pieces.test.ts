import { describe, expect, it } from "@jest/globals";
import { withoutKeys } from "../../plan/address";
import { LIST_BLOCKS, SET_BLOCKS } from "../../plan/blocks";
import { constantOf, isWritten } from "../../plan/expression";
import { markedPaths, touches, valueAt } from "../../plan/paths";
import { UNKNOWN } from "../../plan/plan";
import providerSchema from "../../provider/schema.json";

describe("an address without its keys", () => {
  it.each([
    ["a.b", "a.b"],
    ["a.b[0]", "a.b"],
    ['module.m["x"].a.b["y"]', "module.m.a.b"],
    ['a.b["]"]', "a.b"],
    ['a.b["\\"]"].c', "a.b.c"],
    ['module.m["a.b"].module.n[3].a.b', "module.m.module.n.a.b"],
    ["a.b[", "a.b"],
  ])("of %s is %s", (address, plain) => {
    expect(withoutKeys(address)).toBe(plain);
  });
});

describe("an expression", () => {
  it.each([
    ["a constant", { constant_value: "x" }, "x"],
    ["a constant that looks like a price", { constant_value: "5 $ {x}" }, "5 $ {x}"],
    ["an escaped template", { constant_value: "$${HOME}" }, "$${HOME}"],
    ["a reference", { references: ["var.x"] }, UNKNOWN],
    ["a template of a JSON configuration", { constant_value: `\${var.x}`, references: ["var.x"] }, UNKNOWN],
    ["a function of a JSON configuration", { constant_value: `\${uuid()}` }, UNKNOWN],
    ["a template inside a map", { constant_value: { a: "x", b: `\${uuid()}` } }, UNKNOWN],
    ["a directive", { constant_value: "%{ if true }x%{ endif }" }, UNKNOWN],
    ["a function", {}, UNKNOWN],
    ["a block", [], UNKNOWN],
  ])("that is %s", (_name, expression, value) => {
    expect(constantOf(expression)).toEqual(value);
  });

  it("that is null was not written", () => {
    expect(isWritten({ constant_value: null })).toBe(false);
    expect(isWritten(undefined)).toBe(false);
    expect(isWritten({ references: ["var.x"] })).toBe(true);
  });
});

describe("a path", () => {
  it("leads into lists and maps, and nowhere else", () => {
    const attributes = { network: [{ port: "p" }], size: 3 };
    expect(valueAt(attributes, "network.0.port")).toBe("p");
    expect(valueAt(attributes, "network.1.port")).toBeUndefined();
    expect(valueAt(attributes, "size.toString")).toBeUndefined();
    expect(valueAt(attributes, "constructor")).toBeUndefined();
    expect(valueAt(attributes, "")).toBe(attributes);
  });

  it("is listed for each mark", () => {
    expect(markedPaths({ a: true, b: { c: [false, true], d: {} }, e: false })).toEqual(["a", "b.c.1"]);
    expect(markedPaths(true)).toEqual([""]);
    expect(markedPaths(false)).toEqual([]);
  });

  it.each([
    ["metadata", true],
    ["metadata.db", true],
    ["metadata.db.x", true],
    ["metadata.other", false],
    ["meta", false],
    ["metadata.d", false],
  ])("of a sensitive metadata.db and %s: %s", (path, expected) => {
    expect(touches(["metadata.db"], path)).toBe(expected);
  });

  it("of a resource that is sensitive as a whole is sensitive", () => {
    expect(touches([""], "name")).toBe(true);
  });
});

interface Nested {
  readonly block_types?: Readonly<Record<string, { readonly nesting_mode: string; readonly block: Nested }>>;
}

it("knows every nested block of the provider, and whether it keeps its order", () => {
  const provider = providerSchema.provider_schemas["registry.opentofu.org/terraform-provider-openstack/openstack"];
  const modes = new Map<string, Set<string>>();
  for (const { block } of Object.values(provider.resource_schemas) as { block: Nested }[])
    for (const [name, { nesting_mode: mode }] of Object.entries(block.block_types ?? {}))
      modes.set(name, (modes.get(name) ?? new Set()).add(mode));
  const named = (mode: string) =>
    [...modes]
      .filter(([, found]) => found.has(mode))
      .map(([name]) => name)
      .sort();
  expect([...LIST_BLOCKS].sort()).toEqual(named("list"));
  expect([...SET_BLOCKS].sort()).toEqual(named("set"));
});
