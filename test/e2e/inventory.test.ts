import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { z } from "zod";
import { OpenStack } from "../../engine/openstack/client";
import type { Login } from "../../engine/openstack/cloud";
import { type Inventory, type Item, type ItemKind, inventory } from "../../engine/openstack/inventory";
import { Secret } from "../../engine/openstack/secret";
import { Hand } from "./by-hand";
import { enter } from "./devcloud";
import { makeOneOfEach } from "./one-of-each";

const NAME = `e2e-inventory-${process.pid}`;
jest.setTimeout(300_000);

let admin: OpenStack;
let cloud: OpenStack;
let hand: Hand;
let adminHand: Hand;
let project: string;
let before: Inventory;
let during: Inventory;

/** A project of this test's own, and its only user: nobody else makes anything there. */
async function enterOwnProject(): Promise<OpenStack> {
  const password = randomUUID();
  project = await adminHand.make("identity", "/projects", { project: { name: NAME } });
  const user = await adminHand.make("identity", "/users", { user: { name: NAME, password } });
  const roles = await admin.list("identity", "/roles", "roles", z.object({ id: z.string(), name: z.string() }));
  for (const { id } of roles.filter(({ name }) => ["member", "load-balancer_member"].includes(name)))
    await admin.send("identity", `/projects/${project}/users/${user}/roles/${id}`, { method: "PUT" });
  const login: Login = { method: "password", user: { id: user }, password: new Secret(password) };
  return OpenStack.enter({ ...admin.cloud, login, scope: { project: { id: project } } });
}

beforeAll(async () => {
  admin = await enter("devcloud-admin");
  adminHand = new Hand(admin);
  cloud = await enterOwnProject();
  hand = new Hand(cloud);
  before = await inventory(cloud, project);
  await makeOneOfEach(hand, NAME);
  during = await inventory(cloud, project);
});
afterAll(async () => {
  await hand.takeAway();
  await adminHand.takeAway();
});

const keyOf = ({ kind, id }: Item) => `${kind} ${id}`;

/** What is in `late` and not in `early`. */
function added(early: Inventory, late: Inventory): Item[] {
  const known = new Set(early.items.map(keyOf));
  return late.items.filter((item) => !known.has(keyOf(item)));
}

function only<Kind extends ItemKind>(kind: Kind): Extract<Item, { kind: Kind }>[] {
  return added(before, during).filter((item): item is Extract<Item, { kind: Kind }> => item.kind === kind);
}

describe("the inventory of a real project", () => {
  it("shows each kind of thing that somebody made by hand", () => {
    const named = added(before, during).filter(({ name }) => name.includes(NAME));
    expect([...new Set(named.map(({ kind }) => kind))]).toEqual([
      "server",
      "server-group",
      "keypair",
      "volume",
      "snapshot",
      "network",
      "subnet",
      "port",
      "router",
      "security-group",
      "address-group",
      "load-balancer",
      "listener",
      "pool",
      "member",
      "zone",
      "recordset",
      "image",
      "container",
      "secret",
      "application-credential",
    ]);
    expect(only("floating-ip")).toHaveLength(1);
  });

  it("tells what makes a thing dangerous", () => {
    const open = only("security-group-rule").filter(({ details }) => details.direction === "ingress");
    expect(open.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ protocol: "tcp", port_range_min: 22, remote_ip_prefix: null, remote_group_id: null }),
    );
    expect(only("container")[0]?.details.read).toBe(".r:*");
    const volume = only("volume").find(({ name }) => name === NAME);
    expect(volume?.details).toMatchObject({ size: 1, volume_type: "luks", encrypted: true });
  });

  it("tells who made each port: OpenStack itself, or somebody", () => {
    const owners = only("port").map(({ details }) => details.device_owner);
    expect(owners).toContain("");
    expect(owners).toContain("network:router_interface");
    expect(owners.some((owner) => owner.startsWith("compute:"))).toBe(true);
  });

  it("names what these credentials may not see", () => {
    expect(during.skipped).toEqual([
      { kind: "user", service: "identity", reason: "forbidden" },
      { kind: "group", service: "identity", reason: "forbidden" },
    ]);
  });

  it("shows an administrator of the cloud the same, and who has a role there", async () => {
    const theirs = await inventory(admin, project);
    const notTold = new Set(theirs.skipped.map(({ kind }) => kind));
    expect([...notTold]).toEqual(["container", "secret", "secret-container"]);
    const told = during.items.filter(({ kind }) => !notTold.has(kind));
    expect(theirs.items.map(keyOf)).toEqual(expect.arrayContaining(told.map(keyOf)));
    expect(added({ ...during, items: told }, theirs).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      `user ${NAME}`,
    ]);
  });

  it("is what it was once all of it is taken away", async () => {
    await hand.takeAway();
    const after = await inventory(cloud, project);
    expect(added(before, after)).toEqual([]);
    expect(added(after, before)).toEqual([]);
  });
});
