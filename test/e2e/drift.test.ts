import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type Inventory, inventory } from "../../engine/openstack/inventory";
import { temporaryFolder } from "../config-folder";
import { configOf, tofuOn } from "./applied-town";
import { Hand } from "./by-hand";
import { addByHand } from "./change-by-hand";
import { beffroi, type Run } from "./devcloud";
import { type OwnProject, ownProject } from "./own-project";

const NAME = `e2e-drift-${process.pid}`;
const ILE_D_AIX = "17004";
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
  await tofuOn(config, ILE_D_AIX, "apply");
});
afterAll(async () => {
  await hand?.takeAway();
  if (config && !destroyed) await tofuOn(config, ILE_D_AIX, "destroy");
  await project?.remove();
  process.env = usual;
});

const drift = (args: string[] = [], variables = project.variables): Promise<Run> =>
  beffroi(["drift", ILE_D_AIX, "--config", config, ...args], {
    ...variables,
    XDG_CONFIG_HOME: process.env.XDG_CONFIG_HOME,
  });

interface Told {
  readonly drift: boolean;
  readonly towns: { managed: { what: string; address: string; attributes: { attribute: string }[] }[] }[];
  readonly unmanaged: { kind: string; id: string; owner?: string; on?: string; removal: string[]; monthly?: number }[];
}
async function told(variables = project.variables): Promise<Told & { code: number | null }> {
  const { code, out, err } = await drift(["--json"], variables);
  if (!out) throw new Error(err);
  return { code, ...(JSON.parse(out) as Told) };
}
const keysOf = ({ unmanaged }: Told) => unmanaged.map(({ kind, id }) => `${kind} ${id}`).sort();

describe("drift of a town on a real cloud", () => {
  it("finds none on a cloud that nobody touched", async () => {
    const { code, out, err } = await drift();
    expect({ code, err, out }).toMatchObject({ code: 0, err: "" });
    expect(out).toContain("Île-d'Aix (17004): as it was applied");
    expect(out).toContain("no drift");
  });

  describe("after hands made what no plan shows", () => {
    let made: string[];
    let found: Told & { code: number | null };
    beforeAll(async () => {
      made = await addByHand(hand, await inventory(project.cloud, project.id), NAME);
      found = await told();
    });

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

    it("is silent again once all of it is taken away", async () => {
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
    const { items } = await inventory(project.cloud, project.id);
    const group = items.find(({ kind, name }) => kind === "security-group" && name.includes("site-web"));
    const rule = items.find((one) => one.kind === "security-group-rule" && one.details.security_group_id === group?.id);
    const body = { security_group: { description: "changed by hand" } };
    await project.cloud.send("network", `/security-groups/${group?.id}`, { method: "PUT", body });
    await project.cloud.send("network", `/security-group-rules/${rule?.id}`, { method: "DELETE" });
    const { code, towns, unmanaged } = await told();
    expect({ code, unmanaged }).toEqual({ code: 1, unmanaged: [] });
    expect(towns[0]?.managed).toEqual([
      expect.objectContaining({ what: "gone", type: "openstack_networking_secgroup_rule_v2", id: rule?.id }),
      {
        what: "changed",
        address: "openstack_networking_secgroup_v2.service_site-web_firewall_group",
        type: "openstack_networking_secgroup_v2",
        id: group?.id,
        attributes: [{ attribute: "description", before: "Site web", now: "changed by hand" }],
      },
    ]);
    await tofuOn(config, ILE_D_AIX, "apply");
    expect(await told()).toMatchObject({ code: 0, drift: false });
  });

  it("leaves a project as empty as it was, once the town is destroyed", async () => {
    await tofuOn(config, ILE_D_AIX, "destroy");
    destroyed = true;
    const made = ({ items }: Inventory) =>
      items.filter(({ kind }) => !kind.startsWith("security-group")).map(({ kind, id }) => `${kind} ${id}`);
    const after = await inventory(project.cloud, project.id);
    expect(made(after)).toEqual(made(empty));
    expect(after.items.filter(({ kind, name }) => kind === "security-group" && name !== "default")).toEqual([]);
  });
});
