import { beforeAll, describe, expect, it } from "@jest/globals";
import { verdictOn } from "../../gates/example";
import { RULES } from "../../gates/rules";
import type { Plan } from "../../plan/plan";
import { readPlan } from "../../plan/read";
import { RealTofu } from "../real-tofu";
import { configurationOf, partOf, realExamples, realSubject, stateOf } from "./real-examples";

describe("every example, in a plan made by the real OpenTofu and provider", () => {
  const all = realExamples(RULES);
  const tofu = new RealTofu().open();
  let plan: Plan;
  beforeAll(() => {
    plan = readPlan(tofu.plan(configurationOf(all), stateOf(all)));
  }, 120_000);

  it.each(all.map((one) => ({ id: one.rule.id, name: one.example.name, verdict: one.verdict, one })))(
    "$id says $verdict: $name",
    ({ one, verdict }) => {
      expect(verdictOn(one.rule, one.example, partOf(plan, one), realSubject(one))).toBe(verdict);
    },
  );
});
