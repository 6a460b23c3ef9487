import { spawn } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { findToolchain } from "../../engine/toolchain/find-toolchain";
import { exampleConfig, KIT, temporaryFolder } from "../config-folder";
import { beffroi } from "./beffroi";

jest.setTimeout(90_000);

const CREDENTIALS = {
  OS_AUTH_URL: "https://keystone.dc-aunis.example:5000/v3",
  OS_USERNAME: "beffroi",
  OS_PASSWORD: "mot-de-passe",
  OS_PROJECT_NAME: "hosting",
};

/** What the pretended `tofu apply` says of one resource. */
const DONE = JSON.stringify({
  type: "apply_complete",
  hook: { resource: { addr: "openstack_x.y" }, action: "create" },
});
const FAILED = JSON.stringify({ diagnostic: { severity: "error", summary: "Quota exceeded for cores" } });

let tofu = "";
let config = "";
let env: NodeJS.ProcessEnv = {};
beforeAll(async () => {
  tofu = (await findToolchain()).tofu.path;
});
beforeEach(() => {
  config = exampleConfig();
});

/** The real OpenTofu, but for `apply`. */
function applyingBy(script: string): void {
  const folder = temporaryFolder();
  const file = join(folder, "tofu");
  writeFileSync(file, `#!/bin/sh\ncase $1 in\napply) ${script} ;;\n*) exec ${tofu} "$@" ;;\nesac\n`);
  chmodSync(file, 0o755);
  env = { ...CREDENTIALS, PATH: `${folder}:${process.env.PATH}` };
}

const run = (...args: string[]) => beffroi([...args, "--config", config], { env });
const isKept = (insee: string) => existsSync(join(config, ".beffroi", "plans", insee, "hosting"));
const evidenceOf = (insee: string) => {
  const folder = join(config, ".beffroi", "applied", insee, "hosting");
  return existsSync(folder) ? readdirSync(folder) : [];
};

const QUESTION = /, type \w+: /;

/** Runs the command line on a terminal of its own, where somebody types once this is shown; gives all that is shown. */
function typed(words: string, after: RegExp, args: readonly string[]): Promise<{ code: number | null; shown: string }> {
  const command = [process.execPath, join(KIT, "dist", "cli", "main.js"), ...args, "--config", config].join(" ");
  const given = { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1", ...env };
  const child = spawn("script", ["-qec", command, "/dev/null"], { env: given });
  let [shown, asked] = ["", false];
  child.stdout.on("data", (chunk) => {
    shown += chunk;
    if (!asked && after.test(shown)) {
      asked = true;
      child.stdin.write(words);
    }
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, shown }));
  });
}

describe("beffroi apply", () => {
  it("reports each town: the failure of one hides no other, and its plan stays good", async () => {
    applyingBy(`case $PWD in */17004/*) echo '${FAILED}'; exit 1 ;; *) echo '${DONE}'; exit 0 ;; esac`);
    await run("plan", "17004", "2A108");
    const { code, stdout, stderr } = await run("apply", "--all", "--yes");
    expect(code).toBe(3);
    expect(stdout).toContain("Île-d'Aix (17004): NOTHING WAS CHANGED\n");
    expect(stdout).toMatch(/^Évisa \(2A108\): applied, 1 of \d+ changes/m);
    expect(stderr).toMatch(/^Évisa 1\/\d+ openstack_x\.y$/m);
    expect(stderr).toContain("Île-d'Aix: Nothing was done. Then OpenTofu failed:\n    Quota exceeded for cores");
    expect([isKept("17004"), isKept("2A108"), evidenceOf("17004").length, evidenceOf("2A108").length]).toEqual([
      true,
      false,
      0,
      1,
    ]);
  });

  it("tells how far a town came that failed on the way, and uses its plan up", async () => {
    applyingBy(`echo '${DONE}'; echo '${FAILED}'; exit 1`);
    await run("plan", "17004");
    const { code, stdout, stderr } = await run("apply", "17004", "--yes", "--lang", "fr");
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Île-d'Aix \(17004\) : INACHEVÉ, 1 changement sur 37, /);
    expect(stderr).toContain("1 changement sur 37 a été fait, et est dans l'état.");
    expect(stderr).toContain("./beffroi plan 17004");
    expect([isKept("17004"), evidenceOf("17004").length]).toEqual([false, 1]);
  });

  it("asks OpenTofu to stop on Ctrl-C, once although the terminal tells everybody, and says what was done", async () => {
    const told = join(temporaryFolder(), "told");
    applyingBy(
      `n=0; trap 'n=$((n+1))' INT; echo '${DONE}'; while [ $n -eq 0 ]; do sleep 0.1; done; sleep 1; echo $n >${told}; exit 1`,
    );
    await run("plan", "17004");
    const { code, shown } = await typed("\u0003", /1\/37 openstack_x\.y/, ["apply", "17004", "--yes"]);
    expect(readFileSync(told, "utf8")).toBe("1\n");
    expect(shown).toContain("Stopping: OpenTofu writes down what it has done.");
    expect(shown).toMatch(/INTERRUPTED, 1 of 37 changes/);
    expect(shown).toContain("apply-interrupted");
    expect(shown).toContain("./beffroi drift 17004");
    expect([code, isKept("17004"), evidenceOf("17004").length]).toEqual([130, false, 1]);
  });

  it("tells machines what came of each town", async () => {
    applyingBy(`echo '${FAILED}'; exit 1`);
    await run("plan", "17004");
    const { stdout } = await run("apply", "17004", "--yes", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      format: "beffroi/apply/1",
      towns: [{ insee: "17004", outcome: "failed", count: 0, total: 37, problems: [{ code: "apply-failed" }] }],
    });
  });

  it("shows the changes on a terminal, and applies them once the town's code was typed", async () => {
    applyingBy(`echo '${DONE}'; exit 0`);
    await run("plan", "17004");
    const { code, shown } = await typed("17004\r", QUESTION, ["apply", "17004"]);
    expect(shown).toContain("Île-d'Aix (17004): 37 to create");
    expect(shown).toContain("applied, 1 of 37 changes");
    expect(code).toBe(0);
  });

  it("changes nothing when another code was typed", async () => {
    applyingBy(`echo '${DONE}'; exit 0`);
    await run("plan", "17004");
    const { code, shown } = await typed("17300\r", QUESTION, ["apply", "17004"]);
    expect(shown).toContain('"17300" was typed');
    expect([code, isKept("17004"), evidenceOf("17004")]).toEqual([2, true, []]);
  });

  it("has nothing to apply when no town has a plan", async () => {
    applyingBy("exit 1");
    const { code, stderr } = await run("apply", "--all", "--yes");
    expect([code, stderr.split("\n")[0]]).toEqual([2, "apply-nothing-kept"]);
  });
});
