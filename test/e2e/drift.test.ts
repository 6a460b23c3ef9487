import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type Inventory, inventory } from "../../engine/openstack/inventory";
import { temporaryFolder } from "../config-folder";
import { configOf, tofuOn } from "./applied-town";
import { Hand } from "./by-hand";
import { addByHand, the } from "./change-by-hand";
import { beffroi, type Run, variablesOf } from "./devcloud";
import { type OwnProject, ownProject } from "./own-project";

const NAME = `e2e-drift-${process.pid}`;
const ILE_D_AIX = "17004";
const EVISA = "2A108";
jest.setTimeout(600_000);

const usual = { ...process.env };
let project: OwnProject;
let config: string;
let hand: Hand;
let empty: Inventory;
let destroyed = false;

beforeAll(async () => {
  project = await ownProject(NAME, temporaryFolder());
  hand = new Hand(project.cloud);
  Object.assign(process.env, project.variables, { XDG_CONFIG_HOME: temporaryFolder() });
  empty = await inventory(project.cloud, project.id);
  config = await configOf(project);
  for (const town of [ILE_D_AIX, EVISA]) await tofuOn(config, town, "apply");
});
afterAll(async () => {
  await hand?.takeAway();
  if (config && !destroyed) for (const town of [ILE_D_AIX, EVISA]) await tofuOn(config, town, "destroy");
  await project?.remove();
  process.env = usual;
});

const drift = (args: string[] = [], variables = project.variables, town = ILE_D_AIX): Promise<Run> =>
  beffroi(["drift", town, "--config", config, ...args], {
    ...variables,
    XDG_CONFIG_HOME: process.env.XDG_CONFIG_HOME,
  });

/**
 * Runs a printed command again while a volume is let go of, as a person would; one that went with its server is done.
 */
async function runUntilDone(line: string, env: NodeJS.ProcessEnv): Promise<void> {
  for (let left = 15; ; left--) {
    try {
      execFileSync("bash", ["-c", line], { env, stdio: "pipe" });
      return;
    } catch (error) {
      const said = String(error);
      if (said.includes("No volume with") || said.includes("No Volume found")) return;
      if (left === 0 || !said.includes("Invalid volume")) throw error;
      await sleep(2000);
    }
  }
}

interface Told {
  readonly drift: boolean;
  readonly towns: { managed: { what: string; address: string; attributes: { attribute: string }[] }[] }[];
  readonly unmanaged: { kind: string; id: string; owner?: string; on?: string; removal: string[]; monthly?: number }[];
}
async function told(variables = project.variables, town = ILE_D_AIX): Promise<Told & { code: number | null }> {
  const { code, out, err } = await drift(["--json"], variables, town);
  if (!out) throw new Error(err);
  return { code, ...(JSON.parse(out) as Told) };
}
const keysOf = ({ unmanaged }: Told) => unmanaged.map(({ kind, id }) => `${kind} ${id}`).sort();

describe("drift of a town on a real cloud", () => {
  it("finds none on a cloud that nobody touched, beside another town", async () => {
    const { code, out, err } = await drift();
    expect({ code, err, out }).toMatchObject({ code: 0, err: "" });
    expect(out).toContain("Île-d'Aix (17004): as it was applied");
    expect(out).toContain("no drift");
  });

  it("tells a town what hangs on its own resources, and not what hangs on another town's", async () => {
    const { items } = await inventory(project.cloud, project.id);
    const group = items.find(({ kind, name }) => kind === "security-group" && name.startsWith("Évisa"));
    const rule = { security_group_id: group?.id, direction: "ingress", ethertype: "IPv6" };
    const id = await hand.make("network", "/security-group-rules", { security_group_rule: rule });
    expect(await told()).toMatchObject({ code: 0, unmanaged: [] });
    expect(await told(project.variables, EVISA)).toMatchObject({ code: 1, unmanaged: [{ id, owner: EVISA }] });
    await hand.takeAway();
  });

  describe("after hands made what no plan shows", () => {
    let made: string[];
    let found: Told & { code: number | null };
    beforeAll(async () => {
      made = await addByHand(hand, await inventory(project.cloud, project.id), NAME);
      found = await told();
    });
    afterAll(() => hand.takeAway());

    it("finds each of these things, and nothing else", () => {
      expect(found.code).toBe(1);
      expect(keysOf(found)).toEqual(made.sort());
      expect(new Set(made.map((key) => key.split(" ")[0])).size).toBeGreaterThanOrEqual(12);
      expect(found.towns).toEqual([{ insee: ILE_D_AIX, applied: true, managed: [] }]);
    });

    it("says whose they may be, what they cost, and how each is removed", () => {
      const rule = found.unmanaged.find(({ on }) => on?.startsWith("openstack_networking_secgroup_v2."));
      expect(rule).toMatchObject({
        kind: "security-group-rule",
        owner: ILE_D_AIX,
        on: "openstack_networking_secgroup_v2.service_site-web_firewall_group",
        removal: [`openstack security group rule delete ${rule?.id}`],
      });
      expect(found.unmanaged.find(({ kind }) => kind === "floating-ip")?.monthly).toBe(1.2);
      expect(found.unmanaged.filter(({ removal }) => removal.length === 0)).toEqual([]);
    });

    it("shows them on the screen, in both languages", async () => {
      const { code, out } = await drift(["--lang", "fr"]);
      expect(code).toBe(1);
      expect(out).toContain(`Dans le projet ${NAME} et dans aucun état : ${made.length}`);
      expect(out).toContain("tcp 22, entrée depuis 0.0.0.0/0 (IPv4)");
      expect(out).toContain(`openstack container delete ${NAME}`);
    });

    it("is silent again once the commands that it printed were run, in that order", async () => {
      const home = dirname(variablesOf("devcloud").OS_CLIENT_CONFIG_FILE ?? "");
      const env = { ...process.env, PATH: `${join(home, "venv", "bin")}:${process.env.PATH}` };
      // its own client is no part of the devcloud
      const lines = found.unmanaged.filter(({ kind }) => kind !== "load-balancer").flatMap(({ removal }) => removal);
      for (const line of lines) await runUntilDone(line, env);
      const left = (await told()).unmanaged.filter(({ kind }) => kind !== "load-balancer");
      expect(left).toEqual([]);
      await hand.takeAway();
      expect(await told()).toMatchObject({ code: 0, drift: false, unmanaged: [] });
    });
  });

  it("tells an administrator who was given a role, and how to take it back", async () => {
    const guest = await project.addUser(`${NAME}-guest`, ["reader"]);
    const watcher = await project.addUser(`${NAME}-watcher`, ["admin"]);
    const { code, unmanaged } = await told(watcher.variables);
    expect(code).toBe(1);
    expect(unmanaged.find(({ id }) => id === guest.id)).toMatchObject({
      kind: "user",
      removal: [`openstack role remove --project ${project.id} --user ${guest.id} reader`],
    });
    expect(unmanaged.map(({ kind }) => kind)).not.toContain("server");
  });

  it("tells which resources were changed or deleted, until they are applied again", async () => {
    const whole = await inventory(project.cloud, project.id);
    const group = the(whole, "security-group", "site-web");
    const rules = whole.items.filter(({ kind }) => kind === "security-group-rule");
    const rule = rules.find(({ details }) => "security_group_id" in details && details.security_group_id === group.id);
    const body = { security_group: { description: "changed by hand" } };
    await project.cloud.send("network", `/security-groups/${group.id}`, { method: "PUT", body });
    await project.cloud.send("network", `/security-group-rules/${rule?.id}`, { method: "DELETE" });
    const { code, towns, unmanaged } = await told();
    expect({ code, unmanaged }).toEqual({ code: 1, unmanaged: [] });
    expect(towns[0]?.managed).toEqual([
      expect.objectContaining({ what: "gone", type: "openstack_networking_secgroup_rule_v2", id: rule?.id }),
      {
        what: "changed",
        address: "openstack_networking_secgroup_v2.service_site-web_firewall_group",
        type: "openstack_networking_secgroup_v2",
        id: group.id,
        attributes: [{ attribute: "description", before: "Site web", now: "changed by hand" }],
      },
    ]);
    await tofuOn(config, ILE_D_AIX, "apply");
    expect(await told()).toMatchObject({ code: 0, drift: false });
  });

  it("leaves a project as empty as it was, once its towns are destroyed", async () => {
    for (const town of [ILE_D_AIX, EVISA]) await tofuOn(config, town, "destroy");
    destroyed = true;
    const made = ({ items }: Inventory) =>
      items.filter(({ kind }) => !kind.startsWith("security-group")).map(({ kind, id }) => `${kind} ${id}`);
    const after = await inventory(project.cloud, project.id);
    expect(made(after)).toEqual(made(empty));
    expect(after.items.filter(({ kind, name }) => kind === "security-group" && name !== "default")).toEqual([]);
  });
});
