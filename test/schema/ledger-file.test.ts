import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { OperatorError } from "../../problems/problem";
import { addToLedger, type LedgerLine, withLines } from "../../schema/ledger-file";
import { exampleConfig } from "../config-folder";
import { asNobody } from "./as-nobody";

const AYTRE: LedgerLine = { insee: "17028", block: "10.64.24.0/22", name: "Aytré" };
const AIX: LedgerLine = { insee: "01001", block: "10.64.28.0/22", name: "L'Abergement-Clémenciat" };

describe("withLines", () => {
  it("adds lines at the end and leaves the rest as it is", () => {
    const before = '# note\n"17004": 10.64.0.0/22   # Aix\n\n# fin\n';
    expect(withLines(before, [AYTRE, AIX])).toBe(
      `${before}"17028": 10.64.24.0/22 # Aytré\n"01001": 10.64.28.0/22 # L'Abergement-Clémenciat\n`,
    );
  });

  it("ends the last line first when it has no end", () => {
    expect(withLines('"17004": 10.64.0.0/22', [AYTRE])).toBe('"17004": 10.64.0.0/22\n"17028": 10.64.24.0/22 # Aytré\n');
  });

  it("keeps the line ends of Windows", () => {
    expect(withLines('"17004": 10.64.0.0/22\r\n', [AYTRE])).toBe(
      '"17004": 10.64.0.0/22\r\n"17028": 10.64.24.0/22 # Aytré\r\n',
    );
  });

  it("explains itself in a new ledger", () => {
    expect(withLines("", [AYTRE])).toMatch(/^# Un bloc par commune.*\n# .*\n"17028": 10\.64\.24\.0\/22 # Aytré\n$/);
  });

  it.each([
    ["only comments", "# rien encore\n", {}],
    ["empty braces", "{}\n", {}],
    ["one line of braces", '{ "17004": 10.64.0.0/22 } # tout\n', { 17004: "10.64.0.0/22" }],
    ["an end of document", '"17004": 10.64.0.0/22\n...\n', { 17004: "10.64.0.0/22" }],
    ["lines that are indented", '  "17004": 10.64.0.0/22\n', { 17004: "10.64.0.0/22" }],
  ])("adds to a ledger that holds %s", (_, before, kept) => {
    const after = withLines(before, [AYTRE]);
    expect(parse(after)).toEqual({ ...kept, 17028: "10.64.24.0/22" });
    for (const comment of before.match(/#.*/g) ?? []) expect(after).toContain(comment);
  });
});

describe("addToLedger", () => {
  const refusal = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (error instanceof OperatorError) return error.problems.map(({ code }) => code);
      throw error;
    }
    return [];
  };

  it("replaces the file in one go, with the rights that it had", () => {
    const folder = exampleConfig();
    const file = join(folder, "addresses.yaml");
    chmodSync(file, 0o640);
    addToLedger(folder, () => [AYTRE]);
    expect(readFileSync(file, "utf8")).toMatch(/# Évisa\n"17028": 10\.64\.24\.0\/22 # Aytré\n$/);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("leaves everything as it was when nothing is chosen or the choice fails", () => {
    const folder = exampleConfig();
    const before = readFileSync(join(folder, "addresses.yaml"), "utf8");
    addToLedger(folder, () => []);
    expect(() =>
      addToLedger(folder, () => {
        throw new Error("cut short");
      }),
    ).toThrow("cut short");
    expect(readFileSync(join(folder, "addresses.yaml"), "utf8")).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("refuses to choose while another run does", () => {
    const folder = exampleConfig();
    let inner: string[] = [];
    addToLedger(folder, () => {
      inner = refusal(() => addToLedger(folder, () => [AIX]));
      return [AYTRE];
    });
    expect(inner).toEqual(["ledger-busy"]);
    expect(readFileSync(join(folder, "addresses.yaml"), "utf8")).not.toContain("01001");
  });

  it("says when the folder cannot be written", () => {
    const folder = exampleConfig();
    for (const path of [folder, join(folder, "..")]) chmodSync(path, 0o755);
    expect(asNobody(() => refusal(() => addToLedger(folder, () => [AYTRE])))).toEqual(["ledger-not-writable"]);
  });

  it("says when the folder is none", () => {
    expect(refusal(() => addToLedger(join(exampleConfig(), "syndicate.yaml"), () => [AYTRE]))).toEqual([
      "config-folder-missing",
    ]);
  });
});
