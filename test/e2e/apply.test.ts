import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { z } from "zod";
import { inventory } from "../../engine/openstack/inventory";
import { exampleConfig, temporaryFolder } from "../config-folder";
import { beffroi } from "./devcloud";
import { type OwnProject, ownProject } from "./own-project";

jest.setTimeout(300_000);

const AIX = "17004";
const TARGET = "targets/dc-aunis.yaml";

let project: OwnProject;
let folder: string;
let clouds: string;
let password: string;
let before: string[];

/** The example config on the devcloud, in a project of its own that the entry of this one stack opens. */
beforeAll(async () => {
  const place = temporaryFolder();
  project = await ownProject(`e2e-apply-${process.pid}`, place);
  const { OS_CLIENT_CONFIG_FILE = "" } = project.variables;
  const { own } = JSON.parse(readFileSync(OS_CLIENT_CONFIG_FILE, "utf8")).clouds;
  password = own.auth.password;
  clouds = join(place, "clouds.yaml");
  writeFileSync(clouds, JSON.stringify({ clouds: { [`dc-aunis-hosting-${AIX}`]: own } }), { mode: 0o600 });
  folder = exampleConfig();
  edit(/^authUrl: .*$/m, `authUrl: ${project.admin.cloud.authUrl}`);
  const { code, err } = await beffroi(["discover", "dc-aunis", "--config", folder], project.variables);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  before = await things();
});
afterAll(() => project?.remove());

const kept = (...path: string[]) => join(folder, ".beffroi", ...path);
const run = (...args: string[]) => beffroi([...args, "--config", folder], { OS_CLIENT_CONFIG_FILE: clouds });
const plan = () => run("plan", AIX);
const apply = () => run("apply", AIX, "--yes");
const destroy = (...args: string[]) => run("destroy", AIX, ...args);
const things = async () =>
  (await inventory(project.cloud, project.id)).items.map(({ kind, name, id }) => `${kind} ${name} ${id}`);

function edit(from: RegExp, to: string): void {
  const file = join(folder, TARGET);
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

/** Bytes of every file that Beffroi keeps. */
function everythingKept(): string {
  const files = readdirSync(kept(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), "latin1")).join("\n");
}

describe("the smallest town, on a real OpenStack", () => {
  it("is planned, and nobody applies it where nobody can be asked", async () => {
    expect((await plan()).code).toBe(0);
    const { code, err } = await run("apply", AIX);
    expect(code).toBe(2);
    expect(err).toContain("apply-nobody-to-ask");
    expect(await things()).toEqual(before);
  });

  it("is applied with the credentials of its own stack, and tells each change", async () => {
    const { code, out, err } = await apply();
    expect(err).toContain("\n37/37 openstack_");
    expect(out).toMatch(/^Île-d'Aix \(17004\): applied, 37 of 37 changes, [\d.]+ s\n {2}Evidence kept in /);
    expect(code).toBe(0);
    const made = (await things()).filter((thing) => !before.includes(thing));
    expect(made.filter((thing) => thing.startsWith("server "))).toHaveLength(2);
    expect(made.filter((thing) => thing.startsWith("volume Île-d'Aix-17004-"))).toHaveLength(2);
    expect(made.filter((thing) => thing.startsWith("router "))).toHaveLength(1);
  });

  it("leaves the evidence of it, and no plan", () => {
    const [time = ""] = readdirSync(kept("applied", AIX, "hosting"));
    expect(readdirSync(kept("applied", AIX, "hosting", time)).sort()).toEqual([
      "artefact.json",
      "result.json",
      "verdict.json",
    ]);
    const result = JSON.parse(readFileSync(kept("applied", AIX, "hosting", time, "result.json"), "utf8"));
    expect(result).toMatchObject({ command: "apply", outcome: "done", count: 37, total: 37, problems: [] });
    expect(readdirSync(kept("plans", AIX))).toEqual([]);
    expect(readdirSync(kept("runs"))).toEqual([]);
  });

  it("is told by its status, which asks no cloud", async () => {
    const { code, out } = await beffroi(["status", AIX, "--config", folder, "--json"], {});
    const [status] = JSON.parse(out).towns;
    expect(code).toBe(0);
    expect(status).toMatchObject({ name: "Île-d'Aix", last: { command: "apply", outcome: "done" }, kept: null });
    expect(status.state).toEqual({ resources: 37, key: expect.stringMatching(/^[0-9a-f]{16}$/), problems: [] });
  });

  it("is not applied a second time by the same plan", async () => {
    const { code, err } = await apply();
    expect(code).toBe(2);
    expect(err).toContain("apply-no-plan");
  });

  it("has nothing more to change", async () => {
    const { code, out } = await plan();
    expect(out).toContain("Plan: no change");
    expect(code).toBe(0);
  });

  it("is not planned again without credentials, and says why", async () => {
    const empty = join(temporaryFolder(), "clouds.yaml");
    writeFileSync(empty, "clouds: {}\n");
    const { code, err } = await beffroi(["plan", AIX, "--config", folder], { OS_CLIENT_CONFIG_FILE: empty });
    expect({ code, told: err.includes("stack-credentials-missing") }).toEqual({ code: 2, told: true });
    expect(err).toContain(`dc-aunis-hosting-${AIX}, dc-aunis-${AIX}, dc-aunis-hosting, dc-aunis`);
  });

  it("is changed in place, and a plan that the state has outrun is refused", async () => {
    edit(/^resolvers: .*$/m, "resolvers: [192.0.2.53, 192.0.2.55]");
    const planned = await plan();
    expect(planned.out).toMatch(/Plan: .*2 to change/);
    const outrun = join(temporaryFolder(), "outrun");
    cpSync(kept("plans", AIX, "hosting"), outrun, { recursive: true, verbatimSymlinks: true });
    expect((await apply()).code).toBe(0);
    const subnet = z.object({ name: z.string(), dns_nameservers: z.array(z.string()) });
    const query = { project_id: project.id };
    const subnets = await project.cloud.list("network", "/subnets", "subnets", subnet, { query });
    expect(subnets.map((one) => one.dns_nameservers)).toEqual([
      ["192.0.2.53", "192.0.2.55"],
      ["192.0.2.53", "192.0.2.55"],
    ]);

    cpSync(outrun, kept("plans", AIX, "hosting"), { recursive: true, verbatimSymlinks: true });
    const { code, out, err } = await apply();
    expect(out).toBe("Île-d'Aix (17004): NOTHING WAS CHANGED\n");
    expect(err).toContain("apply-plan-outrun");
    expect(code).toBe(2);
    expect((await plan()).out).toContain("Plan: no change");
  });

  it("shows no password in what is kept", () => {
    expect(password).toMatch(/^[0-9a-f-]{36}$/);
    expect(everythingKept()).not.toContain(password);
  });

  it("is not destroyed unless that is confirmed, and its data named apart", async () => {
    const unconfirmed = await destroy("--confirm", "Aix");
    expect(unconfirmed.code).toBe(2);
    expect(unconfirmed.out).toMatch(/^Île-d'Aix \(17004\): 37 to destroy\nData that would be lost:\n/);
    expect(unconfirmed.out).toMatch(/data volume {2}Île-d'Aix-17004-etat-civil-1-data {2}20 GiB/);
    expect(unconfirmed.err).toContain("destroy-not-confirmed");
    const withoutData = await destroy("--confirm", AIX);
    expect(withoutData.code).toBe(2);
    expect(withoutData.err).toContain("destroy-holds-data");
    expect((await plan()).out).toContain("Plan: no change");
  });

  it("is destroyed, with nothing left", async () => {
    const { code, out } = await destroy("--confirm", AIX, "--with-data");
    expect(out).toMatch(/destroyed, 37 of 37 changes/);
    expect(out).toContain("Nothing is left in the state.");
    expect(code).toBe(0);
    expect(await things()).toEqual(before);
    expect((await destroy("--confirm", AIX)).out).toBe("Île-d'Aix (17004): there is nothing to destroy\n");
  });
});
