import { describe, expect, it } from "@jest/globals";
import { shownIn, shownValue } from "../../gates/shown-value";
import { type Attributes, type Change, UNKNOWN } from "../../plan/plan";

const change = (after: Attributes, sensitive: readonly string[] = []): Change => ({
  address: "a.b",
  configAddress: "a.b",
  type: "a",
  mode: "managed",
  actions: ["create"],
  after,
  sensitive,
  replacePaths: [],
});

const shown = (after: Attributes, attribute: string, sensitive: readonly string[] = [], secret = false) =>
  shownValue(change(after, sensitive), attribute, secret);

describe("a shown value", () => {
  it.each([
    ["a text", { a: "x" }, "a", '"x"'],
    ["a number", { a: 22 }, "a", "22"],
    ["a map", { a: { b: 1 } }, "a", '{"b":1}'],
    ["one deep inside", { a: [{ b: false }] }, "a.0.b", "false"],
    ["nothing", {}, "a", "(left out)"],
    ["null", { a: null }, "a", "(left out)"],
    ["one that comes later", { a: UNKNOWN }, "a", "(known after apply)"],
    ["one that comes later, inside", { a: [UNKNOWN] }, "a", '["(known after apply)"]'],
  ])("of %s is %s", (_name, after, attribute, expected) => {
    expect(shown(after, attribute)).toBe(expected);
  });

  it.each([
    ["is marked by the plan", { a: "hunter2" }, "a", ["a"]],
    ["has a part that is marked", { a: { b: "hunter2", c: "x" } }, "a", ["a.b"]],
    ["is part of what is marked", { a: { b: "hunter2" } }, "a.b", ["a"]],
    ["belongs to a resource that is marked as a whole", { a: "hunter2" }, "a", [""]],
    ["is named as a secret", { admin_pass: "hunter2" }, "admin_pass", []],
    ["looks like a secret", { a: "postgres://u:hunter2@db/x" }, "a", []],
  ])("is hidden when it %s", (_name, after, attribute, sensitive) => {
    expect(shown(after, attribute, sensitive)).toBe("(hidden)");
  });

  it("is hidden when the rule says that it is a secret", () => {
    expect(shown({ a: "hunter2" }, "a", [], true)).toBe("(hidden)");
  });

  it.each([
    ["under its own name", { a: { password: "hunter2", b: 1 } }],
    ["inside a text", { a: ["--password=hunter2"] }],
  ])("hides a secret %s, and shows the rest", (_name, after) => {
    expect(shown(after, "a")).not.toContain("hunter2");
    expect(shown(after, "a")).toContain("(hidden)");
  });

  it("is cut when it is long, between two characters", () => {
    const text = shown({ a: "🏰".repeat(100) }, "a");
    expect([...text]).toHaveLength(80);
    expect(text.endsWith("🏰…")).toBe(true);
  });

  it("is said in French to who reads French", () => {
    expect(["(hidden)", "(known after apply)", "(left out)", "22"].map((value) => shownIn(value, "fr"))).toEqual([
      "(masqué)",
      "(connu après application)",
      "(non écrit)",
      "22",
    ]);
  });
});
