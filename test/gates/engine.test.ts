import { describe, expect, it } from "@jest/globals";
import { isRefused, judge } from "../../gates/engine";
import { defineRule, type Outcome, type Rule } from "../../gates/rule";
import type { Attributes } from "../../plan/plan";
import { type Given, planOf } from "./plans";

const TYPE = "openstack_networking_network_v2";

function rule(id: string, check: (resource: Attributes) => Outcome, more: Partial<Rule> = {}): Rule {
  const text = { en: id, fr: id };
  return defineRule({
    id,
    severity: "error",
    title: text,
    why: text,
    fix: text,
    resources: [TYPE],
    check,
    examples: { pass: [], fail: [], unknown: [] },
    ...more,
  });
}

const named = rule("A-001", ({ name }) => ({ verdict: name === "good" ? "pass" : "fail", attribute: "name" }));
const network = (name: string, more: Partial<Given> = {}): Given => ({
  address: `${TYPE}.${name}`,
  after: { name },
  ...more,
});
const run = (resources: readonly Given[], rules: readonly Rule[], more: object = {}) =>
  judge(planOf(resources), { rules, policy: {}, ...more });

describe("what is judged", () => {
  it("is what a rule asks for by its type", () => {
    const { findings, counts } = run([network("bad"), { address: "openstack_x_y.z", after: { name: "bad" } }], [named]);
    expect(findings.map(({ address }) => address)).toEqual([`${TYPE}.bad`]);
    expect(counts).toEqual({ passed: 0, failed: 1, unknown: 0 });
  });

  it.each(["create", "update", "no-op"])("is what the plan leaves there: %s", (action) => {
    expect(run([network("bad", { actions: [action], before: { name: "x" } })], [named]).counts.failed).toBe(1);
  });

  it("is not what is deleted, unless the rule asks for it", () => {
    const deleted = network("bad", { actions: ["delete"], before: { name: "bad" }, after: undefined });
    expect(run([deleted], [named]).counts).toEqual({ passed: 0, failed: 0, unknown: 0 });
    expect(run([deleted], [{ ...named, judgesDeletion: true }]).counts.failed).toBe(1);
  });

  it("is not what is only read", () => {
    const data = network("bad", { more: { mode: "data" } });
    expect(run([data], [{ ...named, resources: ["*"] }]).findings).toEqual([]);
  });

  it("is every type for a rule that says so, but neither outputs nor provider blocks nor the plan", () => {
    const seen: unknown[] = [];
    const any = rule("A-002", ({ name }) => (seen.push(name) > 0 ? "pass" : "fail"), { resources: ["*"] });
    run([network("a"), { address: "aws_x.y", after: { name: "b" } }], [any]);
    expect(seen).toEqual(["b", "a"]);
  });

  it("is the plan itself, and its outputs, for a rule that names them", () => {
    const plan = planOf([], { planned_values: {}, output_changes: { x: { actions: ["create"], after: "v" } } });
    const seen = rule("A-003", () => "unknown", { resources: ["output", "plan", "provider"] });
    const { findings } = judge(plan, { rules: [seen], policy: {} });
    expect(findings.map(({ address }) => address)).toEqual(["output.x", "plan"]);
  });
});

describe("a finding", () => {
  it("names the resource, the attribute, its value, and the line that the caller knows", () => {
    const place = { file: "towns/a.yaml", line: 3, column: 1 };
    const asked: unknown[] = [];
    const placeOf = (address: string, attribute?: string) => {
      asked.push([address, attribute]);
      return place;
    };
    const { findings } = run([network("bad")], [named], { placeOf });
    expect(findings).toEqual([
      { rule: named, verdict: "fail", address: `${TYPE}.bad`, attribute: "name", value: '"bad"', place },
    ]);
    expect(asked).toEqual([[`${TYPE}.bad`, "name"]]);
  });

  it("comes once for each judgement of a rule that says several", () => {
    const several = rule("A-004", () => [
      { verdict: "fail", attribute: "b" },
      { verdict: "pass", attribute: "c" },
      { verdict: "unknown", attribute: "a" },
    ]);
    const { findings, counts } = run([network("x")], [several]);
    expect(findings.map(({ attribute }) => attribute)).toEqual(["b", "a"]);
    expect(counts).toEqual({ passed: 1, failed: 1, unknown: 1 });
  });

  it("is not made of an empty list, which is a pass", () => {
    expect(run([network("x")], [rule("A-005", () => [])]).counts).toEqual({ passed: 1, failed: 0, unknown: 0 });
  });

  it("stands in the same order however the plan is sorted: errors, failures, rules, addresses", () => {
    const warning = rule("A-000", () => "fail", { severity: "warning" });
    const unsure = rule("A-000", () => "unknown");
    const resources = [network("é"), network("b"), network("a"), network("Z")];
    const order = (given: readonly Given[]) =>
      run(given, [unsure, warning, named]).findings.map(({ rule, verdict, address }) =>
        [rule.severity, verdict, rule.id, address.split(".")[1]].join(" "),
      );
    expect(order(resources)).toEqual([
      "error fail A-001 Z",
      "error fail A-001 a",
      "error fail A-001 b",
      "error fail A-001 é",
      "error unknown A-000 Z",
      "error unknown A-000 a",
      "error unknown A-000 b",
      "error unknown A-000 é",
      "warning fail A-000 Z",
      "warning fail A-000 a",
      "warning fail A-000 b",
      "warning fail A-000 é",
    ]);
    expect(order([...resources].reverse())).toEqual(order(resources));
  });
});

describe("the verdict", () => {
  const refused = (one: Rule, strict: boolean) => isRefused(run([network("x")], [one]), strict);
  const failing = rule("A-001", () => "fail");

  it("refuses an error", () => {
    expect(refused(failing, false)).toBe(true);
  });

  it("lets warnings and unknowns through, unless it is strict", () => {
    for (const one of [{ ...failing, severity: "warning" as const }, rule("A-002", () => "unknown")])
      expect([refused(one, false), refused(one, true)]).toEqual([false, true]);
  });

  it("accepts a pass, strict or not", () => {
    expect(
      refused(
        rule("A-003", () => "pass"),
        true,
      ),
    ).toBe(false);
  });
});

it("tells of a rule that broke, on which resource, and never takes it for a pass", () => {
  const error = new Error("ours");
  const broken = rule("A-001", () => {
    throw error;
  });
  const report = run([network("x")], [broken, named]);
  expect(report.broken).toEqual([{ rule: broken, address: `${TYPE}.x`, error }]);
  expect(report.counts).toEqual({ passed: 0, failed: 1, unknown: 0 });
});
