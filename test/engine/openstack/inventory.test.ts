import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { OpenStack } from "../../../engine/openstack/client";
import { ITEM_KINDS, inventory } from "../../../engine/openstack/inventory";
import { Door } from "./door";

let door: Door;
beforeEach(async () => {
  door = new Door();
  await door.open();
});
afterEach(() => door.close());

const take = async (projectId = "p1") =>
  inventory(await OpenStack.enter(door.cloud(), { pauseMs: 1, tries: 2 }), projectId);

describe("the inventory of a project", () => {
  it("holds what is listed, with its details and without what nobody uses", async () => {
    door.on("GET /network/v2.0/security-group-rules", () => ({
      body: {
        security_group_rules: [
          {
            id: "r1",
            security_group_id: "g1",
            direction: "ingress",
            ethertype: "IPv4",
            protocol: "tcp",
            port_range_min: 22,
            port_range_max: 22,
            remote_ip_prefix: null,
            remote_group_id: null,
            revision_number: 3,
          },
        ],
      },
    }));
    const { items } = await take();
    expect(items).toEqual([
      {
        kind: "security-group-rule",
        id: "r1",
        name: "",
        details: {
          security_group_id: "g1",
          direction: "ingress",
          ethertype: "IPv4",
          protocol: "tcp",
          port_range_min: 22,
          port_range_max: 22,
          remote_ip_prefix: null,
          remote_group_id: null,
        },
      },
    ]);
  });

  it("names each kind that the cloud does not have, by service or by extension", async () => {
    door.on("GET /network/v2.0/networks", () => ({ body: { networks: [] } }));
    const { skipped } = await take();
    expect(skipped).toContainEqual({ kind: "zone", service: "dns", reason: "absent" });
    expect(skipped).toContainEqual({ kind: "trunk", service: "network", reason: "absent" });
    expect(skipped.map(({ kind }) => kind)).not.toContain("network");
  });

  it("names each kind that the cloud does not show to these credentials", async () => {
    door.on("GET /identity/v3/role_assignments", () => ({ status: 403 }));
    const { skipped } = await take();
    expect(skipped.filter(({ reason }) => reason === "forbidden").map(({ kind }) => kind)).toEqual(["user", "group"]);
  });

  it("fails when a service does: half an inventory would look like one", async () => {
    door.on("GET /compute/v2.1/servers/detail", () => ({ status: 500, body: { computeFault: { message: "oops" } } }));
    await expect(take()).rejects.toThrow("oops");
  });

  it("leaves out what the cloud lists of other projects", async () => {
    const group = (project_id: string) => ({ id: `g-${project_id}`, name: "g", policy: "affinity", project_id });
    const credential = (project_id: string) => ({ id: `c-${project_id}`, name: "c", project_id });
    door.on("GET /compute/v2.1/os-server-groups", () => ({ body: { server_groups: [group("p1"), group("p2")] } }));
    door.on("GET /identity/v3/users/u1/application_credentials", () => ({
      body: { application_credentials: [credential("p1"), credential("p2")] },
    }));
    expect((await take()).items.map(({ id }) => id)).toEqual(["g-p1", "c-p1"]);
  });

  it("never keeps the secret of an S3 key, nor the keys of other projects", async () => {
    door.on("GET /identity/v3/users/u1/credentials/OS-EC2", () => ({
      body: {
        credentials: [
          { access: "AK1", secret: "hidden", tenant_id: "p1", user_id: "u1" },
          { access: "AK2", secret: "hidden", tenant_id: "p2", user_id: "u1" },
        ],
      },
    }));
    const { items } = await take();
    expect(items).toEqual([{ kind: "ec2-credential", id: "AK1", name: "", details: { user_id: "u1" } }]);
  });

  it("gathers the roles of each user, and looks at what these users have", async () => {
    const user = (id: string) => ({ id, name: `name-${id}`, domain: { id: "d", name: "towns" } });
    const role = (name: string) => ({ id: name, name });
    door.on("GET /identity/v3/role_assignments", () => ({
      body: {
        role_assignments: [
          { user: user("u2"), role: role("reader") },
          { user: user("u2"), role: role("member") },
          { group: user("g1"), role: role("reader") },
        ],
      },
    }));
    const { items } = await take();
    expect(items).toEqual([
      { kind: "user", id: "u2", name: "name-u2", details: { domain: "towns", roles: ["member", "reader"] } },
      { kind: "group", id: "g1", name: "name-g1", details: { domain: "towns", roles: ["reader"] } },
    ]);
    expect(door.askedOf("GET /identity/v3/users/u2/application_credentials")).toHaveLength(1);
    expect(door.askedOf("GET /compute/v2.1/os-keypairs").map(({ path }) => path.split("?")[1])).toEqual([
      undefined,
      "user_id=u2",
    ]);
  });

  it("tells a container's readers and writers", async () => {
    door.on("GET /object-store/v1", ({ path }) => ({
      body: path.includes("marker") ? [] : [{ name: "délibérations", count: 2, bytes: 10 }],
    }));
    door.on("HEAD /object-store/v1/d%C3%A9lib%C3%A9rations", () => ({
      status: 204,
      headers: { "X-Container-Read": ".r:*", "X-Versions-Enabled": "True" },
    }));
    const { items } = await take();
    expect(items[0]).toEqual({
      kind: "container",
      id: "délibérations",
      name: "délibérations",
      details: { count: 2, bytes: 10, read: ".r:*", write: "", versions: true },
    });
  });

  it("of another project is an administrator's: filters say which, and what cannot be asked is named", async () => {
    const { skipped } = await take("p9");
    const query = (what: string) => door.askedOf(what)[0]?.path.split("?")[1];
    expect(query("GET /compute/v2.1/servers/detail")).toBe("all_tenants=1&project_id=p9");
    expect(query("GET /network/v2.0/ports")).toBe("project_id=p9");
    expect(query("GET /image/v2/images")).toContain("owner=p9");
    expect(skipped).toContainEqual({ kind: "container", service: "objects", reason: "other-project" });
  });

  it("knows 34 kinds of things, each under one name", () => {
    expect(new Set(ITEM_KINDS).size).toBe(ITEM_KINDS.length);
    expect(ITEM_KINDS).toHaveLength(34);
  });
});
