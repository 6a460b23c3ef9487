import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { loadConfig } from "../../schema/load";
import { blocksOf, commandsOf } from "./blocks";

const KIT = join(__dirname, "..", "..");
const README = join(KIT, "README.md");

/** Blocks that are not run say so: `skip` and why, in the block's own words. */
const blocks = blocksOf(README).filter(({ words }) => words[0] !== "skip");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-readme-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("README.md", () => {
  it.each(blocks.filter(({ language }) => language === "console").flatMap(commandsOf))(
    "shows what `$command` prints",
    ({ command, output }) => {
      const [program = "", ...args] = command.split(" ");
      const env = { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1" };
      const { stdout } = spawnSync(program, args, { cwd: KIT, env, encoding: "utf8" });
      expect(stdout.trimEnd()).toBe(output);
    },
  );

  it.each(blocks.filter(({ language }) => language === "yaml"))(
    "has a config file at line $line that the loader takes",
    ({ text, words: [file = ""] }) => {
      const config = mkdtempSync(join(folder, "config-"));
      cpSync(join(KIT, "config"), config, { recursive: true, filter: (path) => !path.includes(".beffroi") });
      writeFileSync(join(config, file), `${text}\n`);
      expect(() => loadConfig(config)).not.toThrow();
    },
  );

  it("tells every exit code that the help screen tells", () => {
    const table = readFileSync(README, "utf8");
    for (const code of [0, 1, 2, 3, 130]) expect(table).toContain(`| ${code} |`);
  });
});
