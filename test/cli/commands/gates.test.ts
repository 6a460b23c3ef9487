import { describe, expect, it } from "@jest/globals";
import type { Context } from "../../../cli/command";
import { type GatesOptions, run } from "../../../cli/commands/gates";
import { RULES } from "../../../gates/rules";
import type { Language } from "../../../problems/language";
import { screenOf } from "../screen";

const gates = (options: GatesOptions = {}, how: { language?: Language; json?: boolean } = {}) =>
  screenOf((given) => run(given as Context, options), "/config", how);

describe("beffroi gates", () => {
  it("lists every gate on one line, and says which only warn", async () => {
    const { code, out } = await gates();
    const lines = out.split("\n").filter((line) => /^[A-Z]+-\d/.test(line));
    expect(code).toBe(0);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(RULES.map(({ id }) => id));
    expect(lines.filter((line) => line.includes("  !  ")).map((line) => line.split(" ")[0])).toEqual([
      "DATA-004",
      "DATA-005",
    ]);
  });

  it("explains one, in English", async () => {
    expect((await gates({ verb: "explain", rule: "TAG-001" })).out).toMatchInlineSnapshot(`
"TAG-001 Every resource that can be marked carries the required marks.
error: refuses the plan

Why:
  Without them nobody can tell whose it is: it cannot be billed to a town, listed for the DPO, or
  removed when the town leaves.

Fix:
  Add the missing marks: as \`key=value\` in \`tags\`, or as \`metadata\` where there are no tags.

Judges:
  openstack_blockstorage_volume_v3, openstack_compute_instance_v2, openstack_identity_project_v3,
  openstack_lb_listener_v2, openstack_lb_loadbalancer_v2, openstack_lb_pool_v2,
  openstack_networking_floatingip_v2, openstack_networking_network_v2, openstack_networking_port_v2,
  openstack_networking_router_v2, openstack_networking_secgroup_v2, openstack_networking_subnet_v2,
  openstack_networking_subnetpool_v2, openstack_networking_trunk_v2,
  openstack_objectstorage_container_v1, openstack_sharedfilesystem_share_v2

Refused:
  - name = "n"; policy = { marks = ["insee", "managed-by"] }
  - name = "n", tags = ["insee=17299"]; policy = { marks = ["insee", "managed-by"] }
  - name = "n", tags = ["insee=", "managed-by=beffroi"]; policy = { marks = ["insee", "managed-by"]
  }
  - size = 1; policy = { marks = ["insee", "managed-by"] }

Accepted:
  - name = "n", tags = ["insee=17299", "managed-by=beffroi"]; policy = { marks = ["insee",
  "managed-by"] }
  - size = 1, metadata = { insee = "17299", managed-by = "beffroi" }; policy = { marks = ["insee",
  "managed-by"] }
  - name = "host", flavor_id = "f", image_id = "i", metadata = { insee = "17299", managed-by =
  "beffroi" }; policy = { marks = ["insee", "managed-by"] }
  - name = "c", metadata = { Insee = "17299", Managed-By = "beffroi" }; policy = { marks = ["insee",
  "managed-by"] }
  - name = "n"

Unknown:
  - name = "n", tags = (known after apply); policy = { marks = ["insee", "managed-by"] }
"
`);
  });

  it("explains one, in French, whatever the case of its id", async () => {
    expect((await gates({ verb: "explain", rule: "net-005" }, { language: "fr" })).out).toMatchInlineSnapshot(`
"NET-005 Un groupe de sécurité démarre sans les règles de Neutron.
erreur : refuse le plan

Pourquoi :
  Neutron met deux règles dans un nouveau groupe, qui laissent tout sortir en IPv4 et en IPv6. Le
  plan ne les montre pas.

Que faire :
  Écrivez \`delete_default_rules = true\`.

Juge :
  openstack_networking_secgroup_v2

Refusé :
  - name = "web"
  - name = "web", delete_default_rules = false

Accepté :
  - name = "web", delete_default_rules = true

Inconnu :
  - name = "web", delete_default_rules = (connu après application)
"
`);
  });

  it("gives the same to machines", async () => {
    const all = JSON.parse((await gates({}, { json: true })).out);
    expect(all).toHaveLength(RULES.length);
    const one = JSON.parse((await gates({ verb: "explain", rule: "NET-005" }, { json: true })).out);
    expect(one).toEqual(all.find(({ id }: { id: string }) => id === "NET-005"));
    expect(one).toMatchObject({ id: "NET-005", severity: "error", title: { fr: expect.any(String) } });
  });

  it("suggests the nearest gate when there is none of that id", async () => {
    await expect(gates({ verb: "explain", rule: "NET-01" })).rejects.toMatchObject({
      problems: [{ code: "gate-unknown", what: { en: expect.stringContaining('"NET-001"') } }],
    });
  });

  it.each([{ verb: "show" }, { verb: "explain" }, { verb: "NET-001" }])("refuses %j", async (options) => {
    await expect(gates(options)).rejects.toMatchObject({ problems: [{ code: "gates-bad-usage" }] });
  });
});
