import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import Ajv from "ajv/dist/2020";
import type { Context } from "../../../cli/command";
import { run } from "../../../cli/commands/check";
import { OperatorError } from "../../../problems/problem";
import { KIT, temporaryFolder } from "../../config-folder";
import { type Given, planJson } from "../../gates/plans";
import { screenOf } from "../screen";

const RULE = "openstack_networking_secgroup_rule_v2";
const https = { direction: "ingress", protocol: "tcp", port_range_min: 443, port_range_max: 443 };
const OPEN: Given = { address: `${RULE}.x`, after: { ...https, port_range_min: 22, port_range_max: 22 } };
const FINE: Given = { address: `${RULE}.x`, after: https };
const WARNED: Given = {
  address: "openstack_objectstorage_container_v1.x",
  after: { name: "x", metadata: { "Quota-Bytes": "1" } },
};

function file(...resources: readonly Given[]): string {
  const path = join(temporaryFolder(), "plan.json");
  writeFileSync(path, planJson(resources));
  return path;
}

const check = (path: string, options: { strict?: boolean; target?: string; json?: boolean } = {}) =>
  screenOf(
    (given) => run(given as Context, { file: path, strict: false, ...options }),
    join(KIT, "config"),
    options.json ? { json: true } : {},
  );

describe("beffroi check", () => {
  it("ends with 0 when the plan is accepted, with 1 when it is refused", async () => {
    expect((await check(file(FINE))).code).toBe(0);
    expect((await check(file(OPEN))).code).toBe(1);
  });

  it("lets a warning through, unless it is strict", async () => {
    expect((await check(file(WARNED))).code).toBe(0);
    expect((await check(file(WARNED), { strict: true })).code).toBe(1);
  });

  it("shows the verdict on the standard output", async () => {
    const { out, err } = await check(file(OPEN));
    expect(out).toMatch(
      /^✗ NET-001 .*\n {4}openstack_networking_secgroup_rule_v2\.x remote_ip_prefix = \(left out\)\n/,
    );
    expect(out).toMatch(/\nGates: refused on 1 resource \(1 refused, \d+ passed\)\n$/);
    expect(err).toBe("");
  });

  it("judges by what a target lays down", async () => {
    const elsewhere: Given = { address: "openstack_networking_network_v2.x", after: { name: "x", region: "BHS5" } };
    expect((await check(file(elsewhere))).code).toBe(0);
    const { code, out } = await check(file(elsewhere), { target: "dc-aunis" });
    expect(code).toBe(1);
    expect(out).toContain("LOC-001");
    expect(out).toContain("TAG-001");
  });

  it("suggests a target when there is none of that name", async () => {
    await expect(check(file(FINE), { target: "dc-auni" })).rejects.toMatchObject({
      problems: [{ code: "unknown-target", what: { en: expect.stringContaining('"dc-aunis"') } }],
    });
  });

  it.each([
    ["that is not there", (folder: string) => join(folder, "none.json"), "ENOENT"],
    ["that is a folder", (folder: string) => folder, "EISDIR"],
  ])("says so of a file %s", async (_name, pathIn, reason) => {
    const error = await check(pathIn(temporaryFolder())).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error.problems).toMatchObject([{ code: "plan-unreadable", what: { en: expect.stringContaining(reason) } }]);
  });

  it("prints JSON that follows the published schema", async () => {
    const { out } = await check(file(OPEN, WARNED), { json: true });
    const schema = JSON.parse(readFileSync(join(KIT, "schema", "json", "check-report.schema.json"), "utf8"));
    const validate = new Ajv({ strict: false }).compile(schema);
    const report = JSON.parse(out);
    expect(validate(report) || validate.errors).toBe(true);
    expect(report).toMatchObject({
      format: "beffroi/check/1",
      verdict: "fail",
      resources: 2,
      findings: [
        { rule: "NET-001", severity: "error", verdict: "fail", resource: `${RULE}.x`, value: "(left out)" },
        { rule: "DATA-004", severity: "warning" },
      ],
      broken: [],
    });
  });
});

describe("the compiled beffroi check", () => {
  const compiled = (args: readonly string[], options: object = {}) =>
    spawnSync(process.execPath, [join(KIT, "dist", "cli", "main.js"), "check", ...args], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1" },
      ...options,
    });

  it("reads the standard input", () => {
    const { status, stdout } = compiled(["-"], { input: planJson([OPEN]) });
    expect(status).toBe(1);
    expect(stdout).toContain("✗ NET-001");
  });

  it("ends with 2, and no stack, on what is no plan", () => {
    const { status, stdout, stderr } = compiled(["-"], { input: "{" });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("plan-cut-short");
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("works in an empty folder, where there is no config", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "nothing"));
    expect(compiled([file(FINE)], { cwd: join(folder, "nothing") }).status).toBe(0);
  });
});
