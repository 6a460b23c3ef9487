import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import Ajv from "ajv/dist/2020";
import { findToolchain } from "../../engine/toolchain/find-toolchain";
import type { Toolchain } from "../../engine/toolchain/tool";
import { exampleConfig, KIT, temporaryFolder } from "../config-folder";
import { beffroi } from "./beffroi";

jest.setTimeout(90_000);

const ROCHEFORT = "towns/17299-rochefort.yaml";
const town = (more = "") => `insee: "17299"\nservices: [site-web, etat-civil, periscolaire]\n${more}`;
const OPEN_SSH = town(
  "openings:\n  - service: site-web\n    port: 22\n    from: [internet]\n    reason: dépannage du prestataire\n",
);

const artefactOf = (config: string, file = "") => join(config, ".beffroi", "plans", "17299", "hosting", file);
const runsOf = (config: string) => readdirSync(join(config, ".beffroi", "runs"));

let toolchain: Toolchain;
beforeAll(async () => {
  toolchain = await findToolchain();
});

describe("beffroi plan", () => {
  it("accepts a town of three lines, and keeps its plan as one artefact", async () => {
    const config = exampleConfig({ [ROCHEFORT]: town() });
    const { code } = await beffroi(["plan", "rochefort", "--config", config]);
    expect(code).toBe(0);
    expect(readdirSync(artefactOf(config))).toEqual(
      expect.arrayContaining(["artefact.json", "cdk.tf.json", "plan.json", "plan.tfplan", "verdict.json"]),
    );
    expect(runsOf(config)).toEqual([]);
  });

  it("refuses SSH that is opened to the world, and names the line of the YAML", async () => {
    const config = exampleConfig({ [ROCHEFORT]: OPEN_SSH });
    const { code, stdout } = await beffroi(["plan", "17299", "--config", config]);
    expect(code).toBe(1);
    expect(stdout).toContain("✗ NET-001");
    expect(stdout).toContain(`${ROCHEFORT}:6`);
  });

  it("needs no network, and gives the same bytes of cdk.tf.json again", async () => {
    const config = exampleConfig({ [ROCHEFORT]: town() });
    await beffroi(["plan", "17299", "--config", config]);
    const first = readFileSync(artefactOf(config, "cdk.tf.json"));
    const { code } = await beffroi(["plan", "17299", "--config", config], { within: ["unshare", "-rn"] });
    expect(code).toBe(0);
    expect(readFileSync(artefactOf(config, "cdk.tf.json")).equals(first)).toBe(true);
  });

  it("prints JSON that follows the published schema", async () => {
    const config = exampleConfig({ [ROCHEFORT]: OPEN_SSH });
    const { stdout } = await beffroi(["plan", "17299", "17004", "--config", config, "--json"]);
    const schema = JSON.parse(readFileSync(join(KIT, "schema", "json", "plan-report.schema.json"), "utf8"));
    const validate = new Ajv({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(schema);
    const report = JSON.parse(stdout);
    expect(validate(report) || validate.errors).toBe(true);
    expect(report.towns.map(({ insee }: { insee: string }) => insee)).toEqual(["17299", "17004"]);
    const [finding] = report.towns[0].stacks[0].findings;
    expect(finding).toMatchObject({ rule: "NET-001", verdict: "fail", file: ROCHEFORT, line: 6 });
  });

  it("tells a line for each of several towns, and a sum", async () => {
    const { code, stdout, stderr } = await beffroi(["plan", "--all", "--config", exampleConfig(), "--lang", "fr"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^17004 {2}Île-d'Aix +XS +\d+ à créer +accepté +[\d,]+ €$/m);
    expect(stdout).toMatch(/^6 communes, 0 refusée/m);
    expect(stderr.match(/^\[\d\/6\] /gm)).toHaveLength(6);
  });

  it("tells six mistakes at once, each with its line, and writes nothing", async () => {
    const config = exampleConfig({
      [ROCHEFORT]: `insee: 17299
servces: [site-web]
services: [site-web, etat-civl]
size: { class: XLL, reason: Trois collèges de plus }
townHall: [192.0.2.1/24]
settings: { site-web: { hosts: 99 } }
`,
    });
    for (const language of ["en", "fr"]) {
      const { code, stdout, stderr } = await beffroi(["plan", "17299", "--config", config, "--lang", language]);
      expect(code).toBe(2);
      expect(stdout).toBe("");
      const lines = [...stderr.matchAll(/17299-rochefort\.yaml:(\d+):\d+ {2}[a-z-]+$/gm)].map(([, line]) => line);
      expect(lines).toEqual(["1", "2", "3", "4", "5", "6"]);
    }
    expect(existsSync(join(config, ".beffroi"))).toBe(false);
  });

  it("stops on Ctrl-C with 130, and leaves the plan before it and nothing else", async () => {
    const config = exampleConfig({ [ROCHEFORT]: town() });
    await beffroi(["plan", "17299", "--config", config]);
    const before = readFileSync(artefactOf(config, "artefact.json"), "utf8");
    const started = join(temporaryFolder(), "started");
    const folder = tofuThat(`plan) touch ${started}; exec sleep 60 ;;`);
    const { code } = await beffroi(["plan", "17299", "--config", config], {
      env: { PATH: `${folder}:${process.env.PATH}` },
      onStart: async (kill) => {
        while (!existsSync(started)) await new Promise((next) => setTimeout(next, 50));
        kill("SIGINT");
      },
    });
    expect(code).toBe(130);
    expect(readFileSync(artefactOf(config, "artefact.json"), "utf8")).toBe(before);
    expect(runsOf(config)).toEqual([]);
  });

  it("ends with 3 and OpenTofu's own words when OpenTofu fails", async () => {
    const config = exampleConfig({ [ROCHEFORT]: town() });
    const folder = tofuThat(
      'plan) echo \'{"diagnostic":{"severity":"error","summary":"No space left","detail":"write plan"}}\'; exit 1 ;;',
    );
    const { code, stderr } = await beffroi(["plan", "17299", "--config", config], {
      env: { PATH: `${folder}:${process.env.PATH}` },
    });
    expect(code).toBe(3);
    expect(stderr).toContain("No space left");
    expect(existsSync(artefactOf(config))).toBe(false);
    expect(runsOf(config)).toEqual([]);
  });

  it("says what to do when the work folder cannot be written", async () => {
    const work = join(temporaryFolder(), "file");
    writeFileSync(work, "");
    const { code, stderr } = await beffroi(["plan", "17299", "--work", join(work, "inside")]);
    expect(code).toBe(2);
    expect(stderr).toContain("folder-not-writable");
  });

  it("asks for a town when none is named", async () => {
    const { code, stderr } = await beffroi(["plan"]);
    expect(code).toBe(2);
    expect(stderr).toContain("cli-no-town-named");
  });

  it("keeps artefacts from other people's eyes", async () => {
    const config = exampleConfig({ [ROCHEFORT]: town() });
    await beffroi(["plan", "17299", "--config", config]);
    expect(statSync(join(config, ".beffroi")).mode & 0o077).toBe(0);
    expect(statSync(artefactOf(config, "plan.json")).mode & 0o077).toBe(0);
  });
});

/** A `tofu` of the PATH that is the real one, but for some of its commands. */
function tofuThat(cases: string): string {
  const folder = temporaryFolder();
  const file = join(folder, "tofu");
  writeFileSync(file, `#!/bin/sh\ncase $1 in\n${cases}\n*) exec ${toolchain.tofu.path} "$@" ;;\nesac\n`);
  chmodSync(file, 0o755);
  return folder;
}
