import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { excerpt } from "../../cli/excerpt";
import { coloursFor } from "../../cli/screens/paint";
import { temporaryFolder } from "../config-folder";

const plain = coloursFor({}, {});

function shown(text: string, line: number, column: number, length?: number): string[] {
  const file = join(temporaryFolder(), "x.yaml");
  writeFileSync(file, text);
  return excerpt(file, { file: "x.yaml", line, column, ...(length !== undefined && { length }) }, plain);
}

describe("excerpt", () => {
  it("underlines what is meant, under its line", () => {
    expect(shown("a: 1\nport: 70000 # trop\n", 2, 7, 5)).toEqual(["2 | port: 70000 # trop", "  |       ^^^^^"]);
  });

  it("keeps its alignment on a line of three digits", () => {
    expect(shown(`${"\n".repeat(122)}b: 2\n`, 123, 4, 1)).toEqual(["123 | b: 2", "    |    ^"]);
  });

  it("marks the end of a line where something is missing", () => {
    expect(shown("services:\n", 1, 10, 1)).toEqual(["1 | services:", "  |          ^"]);
  });

  it("shows tabs and hard spaces, which are often to blame", () => {
    expect(shown("\ta:\u00a0b\n", 1, 4, 1)).toEqual(["1 | →a:␣b", "  |    ^"]);
  });

  it("lets nothing of the file act on the terminal", () => {
    expect(shown("a: \u001b[31m\u202eb\n", 1, 4, 1).join("")).toBe("1 | a: �[31m�b  |    ^");
  });

  it("cuts a long line around what is meant", () => {
    const [line, mark] = shown(`${"x".repeat(500)}MEANT${"y".repeat(500)}\n`, 1, 501, 5) as [string, string];
    expect(line.length).toBeLessThan(110);
    expect(line.slice(mark.indexOf("^"), mark.indexOf("^") + 5)).toBe("MEANT");
    expect(mark).toMatch(/ \^{5}$/);
  });

  it.each([
    ["the file as a whole", 1, 0],
    ["a line that does not exist", 9, 1],
  ])("shows nothing for %s", (_, line, length) => {
    expect(shown("a: 1\n", line, 1, length)).toEqual([]);
  });

  it("shows nothing of what is no file", () => {
    const folder = join(temporaryFolder(), "x.yaml");
    mkdirSync(folder);
    expect(excerpt(folder, { file: "x", line: 1, column: 1, length: 1 }, plain)).toEqual([]);
    expect(excerpt(join(folder, "absent"), { file: "x", line: 1, column: 1, length: 1 }, plain)).toEqual([]);
  });
});

describe("coloursFor", () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { TERM: "dumb" }, false],
    [false, { FORCE_COLOR: "1" }, true],
    [false, { FORCE_COLOR: "0" }, false],
  ])("on a terminal: %j, with %j: %j", (isTTY, env, coloured) => {
    expect(coloursFor({ isTTY }, env).red("x") !== "x").toBe(coloured);
  });
});
