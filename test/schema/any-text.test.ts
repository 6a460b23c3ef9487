import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { examine } from "../../schema/load";
import { exampleConfig, KIT } from "../config-folder";

const FILES = [
  "towns/17299-rochefort.yaml",
  "services/ged.yaml",
  "targets/dc-aunis.yaml",
  "facts/dc-aunis.yaml",
  "sizes/M.yaml",
  "syndicate.yaml",
  "addresses.yaml",
];

/** What people and merges leave in files. */
const PIECES = [
  ..."\t\n :-[]{}\"'&*!#|>%@,?<x0é~\u00a0",
  "\n  ",
  ": ",
  "- ",
  "<<: ",
  "&a ",
  "*a",
  "null",
  "0x1F",
  "1e3",
  ".inf",
  "---\n",
  "...\n",
  "!!binary ",
  "<<<<<<< HEAD\n",
  "__proto__: ",
  "constructor: ",
];

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(12),
  put: fc.constantFrom(...PIECES, ""),
});

function apply(text: string, { at, cut, put }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + cut);
}

describe("whatever a file becomes", () => {
  const folder = exampleConfig();

  it.each(FILES)("%s is read, or told with places and words in both languages", (file) => {
    const original = readFileSync(join(KIT, "config", file), "utf8");
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const text = edits.reduce(apply, original);
        writeFileSync(join(folder, file), text);
        const { problems } = examine(folder);
        const lines = text.split("\n").length;
        for (const { at, what, fix } of problems) {
          expect(`${what.en}${what.fr}${fix.en}${fix.fr}`).not.toMatch(/undefined|NaN|\[object|Invalid/);
          if (at?.file === file) expect([at.line >= 1 && at.line <= lines, at.column >= 1]).toEqual([true, true]);
        }
      }),
      { numRuns: Number(process.env.BEFFROI_TEST_RUNS ?? 12) },
    );
    writeFileSync(join(folder, file), original);
  });
});
