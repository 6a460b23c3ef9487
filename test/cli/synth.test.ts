import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { app } from "../../cdktf.json";

const ROOT = join(__dirname, "..", "..");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "synth-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What `app` of `cdktf.json` runs, from its source. */
function synth(env: NodeJS.ProcessEnv = {}) {
  const words = ["-r", join(ROOT, "scripts", "typescript.cjs"), join(ROOT, "cli", "synth.ts")];
  const out = join(folder, "out");
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, CDKTF_OUTDIR: out, ...env },
    encoding: "utf8",
  });
  return { status, stderr, out };
}

describe("the app of cdktf.json", () => {
  it("is the compiled form of cli/synth.ts", () => {
    expect(app).toBe("node dist/cli/synth.js");
  });

  it("writes the stack of every town of the example", () => {
    const { status, out } = synth();
    expect(status).toBe(0);
    const towns = readdirSync(join(ROOT, "config", "towns")).map((file) => file.slice(0, 5));
    const { stacks } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(Object.keys(stacks).sort()).toEqual(towns.map((insee) => `hosting-${insee}`).sort());
    expect(readdirSync(join(out, "stacks")).sort()).toEqual(Object.keys(stacks).sort());
  }, 30_000);

  it("tells what is wrong in the config, and writes nothing", () => {
    const config = join(folder, "config");
    cpSync(join(ROOT, "config"), config, { recursive: true });
    writeFileSync(join(config, "towns", "17004-ile-d-aix.yaml"), 'insee: "17004"\nservices: [sitweb]\n');
    const { status, stderr, out } = synth({ BEFFROI_CONFIG: config });
    expect(status).toBe(2);
    expect(stderr).toContain("17004-ile-d-aix.yaml:2");
    expect(stderr).not.toContain("    at ");
    expect(existsSync(out)).toBe(false);
  }, 30_000);
});
