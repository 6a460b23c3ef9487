import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { planOf, subjectOf, verdictOn } from "../../gates/example";
import type { Example, Rule, Verdict } from "../../gates/rule";
import { RULES } from "../../gates/rules";

const FAMILIES = ["BAK", "CAP", "COST", "DATA", "IAM", "LIFE", "LOC", "NET", "NIS", "QUAL", "REG", "SEC", "TAG"];
const FOLDER = join(__dirname, "..", "..", "gates", "rules");
const files = readdirSync(FOLDER).filter((file) => file !== "index.ts");
const rules = files.map((file) => ({ file, rule: require(join(FOLDER, file)).default as Rule }));

const casesOf = (rule: Rule) =>
  Object.entries(rule.examples).flatMap(([verdict, examples]) =>
    examples.map((example: Example) => ({ verdict: verdict as Verdict, name: example.name, example })),
  );

describe.each(rules)("$file", ({ file, rule }) => {
  it.each(casesOf(rule))("says $verdict: $name", ({ verdict, example }) => {
    expect(verdictOn(rule, example, planOf(rule, example), subjectOf(rule, example))).toBe(verdict);
  });

  it("shows both sides, and what happens when the attribute is left out", () => {
    expect(rule.examples.pass).not.toHaveLength(0);
    expect(rule.examples.fail).not.toHaveLength(0);
    expect(casesOf(rule).filter(({ example }) => example.leavesOut)).not.toHaveLength(0);
  });

  it("really leaves out what it says", () => {
    for (const { example } of casesOf(rule))
      if (example.leavesOut) expect(Object.keys({ ...example.after })).not.toContain(example.leavesOut);
  });

  it("tells each situation apart by its name", () => {
    const names = casesOf(rule).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is named for what it forbids or requires", () => {
    expect(basename(file)).toMatch(/^(no|require)-[a-z0-9]+(-[a-z0-9]+)*\.ts$/);
  });

  it("has the id of a known family", () => {
    expect(rule.id).toMatch(/^[A-Z]+-\d{3}$/);
    expect(FAMILIES).toContain(rule.id.split("-")[0]);
  });

  it("speaks both languages, in sentences", () => {
    for (const text of [rule.title, rule.why, rule.fix]) {
      expect(text.en).toMatch(/^[A-Z`].*\.$/s);
      expect(text.fr).toMatch(/^[A-ZÀ-Ý`].*\.$/s);
      expect(text.fr).not.toBe(text.en);
    }
  });

  it("writes French as it is written: apostrophes, accents, no English space", () => {
    const french = [rule.title, rule.why, rule.fix].map(({ fr }) => fr).join(" ");
    expect(french).not.toMatch(/[a-zé](?:[;!?]|:(?=\s))/);
    expect(french).not.toMatch(/"[^"]*"(?![^`]*`)/);
  });

  it("dates the text that it rests on", () => {
    if (rule.source) expect(rule.source.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

it("gives every rule its own id", () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

it("runs every rule of the folder", () => {
  expect(new Set(RULES)).toEqual(new Set(rules.map(({ rule }) => rule)));
  expect(RULES).toHaveLength(files.length);
});
