import { describe, expect, it } from "@jest/globals";
import type { Problem } from "../../problems/problem";
import { examine } from "../../schema/load";
import { exampleConfig } from "../config-folder";
import type { Mistake } from "./mistake";
import { CATALOGUE_MISTAKES, LEDGER_MISTAKES, SYNDICATE_MISTAKES, TARGET_MISTAKES } from "./mistakes/others";
import { TOWN_MISTAKES } from "./mistakes/town";
import { YAML_MISTAKES } from "./mistakes/yaml";

const TABLES: Readonly<Record<string, readonly Mistake[]>> = {
  "a town": TOWN_MISTAKES,
  "the syndicate": SYNDICATE_MISTAKES,
  "a target": TARGET_MISTAKES,
  "the catalogue": CATALOGUE_MISTAKES,
  "the ledger": LEDGER_MISTAKES,
  YAML: YAML_MISTAKES,
};

const shown = (file: string, { code, at }: Problem) =>
  `${at?.file === file ? "" : `${at?.file}: `}${code} ${at?.line}:${at?.column}`;

describe.each(Object.entries(TABLES))("a mistake in %s", (_, table) => {
  it.each(table)("finds $name, on its line", ({ file, text, problems, says = [] }) => {
    const found = examine(exampleConfig({ [file]: text })).problems;
    expect(found.map((problem) => shown(file, problem))).toEqual(problems);
    const [first] = found as [Problem];
    const french = [first.what.fr, first.accepted?.fr, first.fix.fr].join("\n");
    for (const piece of says) expect(french).toContain(piece);
    for (const problem of found) expectComplete(problem);
  });
});

/** Both languages say everything, each in its own words, and nothing of the machine shows through. */
function expectComplete({ what, accepted, fix }: Problem): void {
  for (const text of [what, fix, ...(accepted ? [accepted] : [])]) {
    expect(text.en).toMatch(/\w{2}/);
    expect(text.fr).toMatch(/\w{2}/);
    expect(`${text.en}${text.fr}`).not.toMatch(/undefined|null|NaN|\[object|Invalid|expected string|zod/);
  }
  expect(what.en).not.toBe(what.fr);
  expect(what.en).toMatch(/\.$|\?$/);
  expect(what.fr).toMatch(/\.$|\?$/);
}
