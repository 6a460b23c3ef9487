import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { prepareTown } from "../../../engine/apply/prepare";
import type { Toolchain } from "../../../engine/toolchain/tool";
import type { Problem } from "../../../problems/problem";
import { problemsOf } from "../state/bench";
import { AIX, keptFile, Planned } from "./planned";

jest.setTimeout(90_000);

const OURS = { ...process.env };
const CREDENTIALS = {
  OS_AUTH_URL: "https://keystone.dc-aunis.example:5000/v3",
  OS_USERNAME: "beffroi",
  OS_PASSWORD: "mot-de-passe",
  OS_PROJECT_NAME: "hosting",
};

let planned: Planned;
beforeAll(async () => {
  planned = await Planned.make();
});
beforeEach(() => {
  process.env = { ...OURS, ...CREDENTIALS };
});
afterEach(() => {
  process.env = { ...OURS };
});

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, "utf8");
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(file, edited);
}

const prepare = (folder: string, toolchain: Partial<Toolchain> = {}) => {
  const opened = planned.open(folder);
  return prepareTown({ insee: AIX, ...opened, toolchain: { ...opened.toolchain, ...toolchain } });
};
const told = (problems: readonly Problem[]) => problems.map(({ code, what }) => `${code} ${what.en}`);
const refusals = async (folder: string, toolchain: Partial<Toolchain> = {}) =>
  told(await problemsOf(prepare(folder, toolchain)));

describe("a kept plan", () => {
  it("may be applied when nothing has changed since", async () => {
    const { town, kept, credentials } = await prepare(planned.copy());
    expect([town, kept.verdict.changes.create, credentials.cloud.authUrl]).toEqual([
      "Île-d'Aix",
      37,
      CREDENTIALS.OS_AUTH_URL,
    ]);
  });

  it.each(["plan.tfplan", "plan.json", "cdk.tf.json"])("is refused when its %s has one more byte", async (file) => {
    const folder = planned.copy();
    writeFileSync(keptFile(folder, file), "\n", { flag: "a" });
    expect(await refusals(folder)).toEqual([
      `apply-file-changed Île-d'Aix: ${file} has changed since the plan was made.`,
    ]);
  });

  it("is refused when a file of it is gone", async () => {
    const folder = planned.copy();
    rmSync(keptFile(folder, "plan.tfplan"));
    expect(await refusals(folder)).toEqual([
      "apply-file-changed Île-d'Aix: plan.tfplan has changed since the plan was made.",
    ]);
  });

  it("is refused when its verdict was rewritten, even to a pass", async () => {
    const folder = planned.copy();
    edit(keptFile(folder, "verdict.json"), '"create": 37', '"create": 36');
    expect(await refusals(folder)).toEqual([
      "apply-file-changed Île-d'Aix: verdict.json has changed since the plan was made.",
    ]);
  });

  it("is refused when the gates refused it, whose rules are named", async () => {
    const folder = planned.copy();
    writeFileSync(
      join(folder, "towns", "17004-ile-d-aix.yaml"),
      'insee: "17004"\nservices: [site-web]\nopenings:\n  - { service: site-web, port: 22, from: [internet], reason: dépannage du prestataire }\n',
    );
    await planned.plan(folder);
    expect(await refusals(folder)).toEqual(["apply-plan-refused Île-d'Aix: the gates refused this plan (NET-001)."]);
  });

  it("is refused when the town's file has changed", async () => {
    const folder = planned.copy();
    edit(join(folder, "towns", "17004-ile-d-aix.yaml"), "198.51.100.4/32", "198.51.100.5/32");
    expect((await refusals(folder)).map((line) => line.split(" ")[0])).toEqual(["apply-config-changed"]);
  });

  it("is refused when a price has changed", async () => {
    const folder = planned.copy();
    edit(join(folder, "targets", "dc-aunis.yaml"), "c1-r2: 9.20", "c1-r2: 9.30");
    expect(await refusals(folder)).toEqual([
      "apply-policy-changed Île-d'Aix: what dc-aunis lays down, or its price list, is no longer what the plan was judged and priced by.",
    ]);
  });

  it("is refused when the state is now kept under another key, and so made into another stack", async () => {
    const folder = planned.copy();
    const key = join(folder, "key");
    writeFileSync(key, `${Buffer.alloc(32, 7).toString("base64")}\n`, { mode: 0o600 });
    const before = Buffer.alloc(32, 8).toString("base64");
    writeFileSync(join(folder, "before"), `${before}\n`, { mode: 0o600 });
    writeFileSync(join(folder, "syndicate.yaml"), "state:\n  key: { file: key }\n  previousKey: { file: before }\n", {
      flag: "a",
    });
    expect((await refusals(folder)).map((line) => line.split(" ")[0])).toEqual(["apply-stack-changed"]);
  });

  it.each([
    ["tofu", "OpenTofu"],
    ["provider", "the OpenStack provider"],
  ] as const)("is refused by another %s, even of the same version", async (tool, name) => {
    const own = planned.toolchain[tool];
    const other = await refusals(planned.copy(), { [tool]: { ...own, sha256: "0".repeat(64) } });
    expect(other).toEqual([
      `apply-tool-changed Île-d'Aix: ${name} ${own.version} is another program than the one of the same version that planned.`,
    ]);
    const newer = await refusals(planned.copy(), { [tool]: { ...own, sha256: "0".repeat(64), version: "99.0.0" } });
    expect(newer).toEqual([`apply-tool-changed Île-d'Aix: planned with ${name} ${own.version}; here is 99.0.0.`]);
  });

  it("is refused by another version of the kit", async () => {
    const folder = planned.copy();
    edit(keptFile(folder, "artefact.json"), /"beffroi": "[^"]*"/, '"beffroi": "0.0.1"');
    expect(await refusals(folder)).toEqual([
      expect.stringMatching(/^apply-tool-changed Île-d'Aix: planned with Beffroi 0\.0\.1; here is/),
    ]);
  });

  it("is refused in the place of another town's", async () => {
    const folder = planned.copy();
    edit(keptFile(folder, "artefact.json"), '"insee": "17004"', '"insee": "17396"');
    expect(await refusals(folder)).toEqual([
      "apply-plan-of-another Île-d'Aix: the kept plan is that of 17396/hosting.",
    ]);
  });

  it.each(["artefact.json", "verdict.json"])("is refused when its %s is no seal of ours", async (file) => {
    const folder = planned.copy();
    writeFileSync(keptFile(folder, file), "{}");
    expect(await refusals(folder)).toEqual([
      `apply-seal-unreadable Île-d'Aix: ${file} of the kept plan is missing, or is not what Beffroi wrote.`,
    ]);
  });

  it("is missed when there is none", async () => {
    const folder = planned.copy();
    rmSync(keptFile(folder), { recursive: true });
    expect((await problemsOf(prepare(folder))).map(({ code }) => code)).toEqual(["apply-no-plan"]);
  });

  it("is told every difference at once", async () => {
    const folder = planned.copy();
    edit(join(folder, "targets", "dc-aunis.yaml"), "c1-r2: 9.20", "c1-r2: 9.30");
    edit(join(folder, "towns", "17004-ile-d-aix.yaml"), "198.51.100.4/32", "198.51.100.5/32");
    writeFileSync(keptFile(folder, "plan.json"), "{}");
    const codes = (await problemsOf(prepare(folder))).map(({ code, fix }) => [code, fix.fr.split("\n").at(-1)]);
    const fix = "./beffroi plan 17004";
    expect(codes).toEqual([
      ["apply-file-changed", fix],
      ["apply-config-changed", fix],
      ["apply-policy-changed", fix],
    ]);
  });

  it("is not applied when nothing says how to enter the cloud", async () => {
    process.env = { ...OURS, HOME: planned.copy() };
    for (const name of Object.keys(process.env)) if (name.startsWith("OS_")) delete process.env[name];
    const [line = ""] = await refusals(planned.copy());
    expect(line).toMatch(/^stack-credentials-missing Île-d'Aix: nothing says how to enter dc-aunis/);
  });

  it("is not applied on another cloud than its target's", async () => {
    process.env.OS_AUTH_URL = "https://elsewhere.example/v3";
    expect((await problemsOf(prepare(planned.copy()))).map(({ code }) => code)).toEqual(["target-other-cloud"]);
  });
});
