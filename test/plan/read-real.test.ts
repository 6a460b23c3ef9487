import { beforeAll, describe, expect, it } from "@jest/globals";
import { valueAt } from "../../plan/paths";
import { type Change, type Plan, UNKNOWN } from "../../plan/plan";
import { readPlan } from "../../plan/read";
import { follow, referrers } from "../../plan/references";
import { RealTofu } from "../real-tofu";

const SOURCE = "registry.opentofu.org/terraform-provider-openstack/openstack";

const REQUIRED = `
terraform {
  required_providers {
    openstack = { source = "${SOURCE}" }
  }
}
`;

const MAIN = `${REQUIRED}
provider "openstack" {
  auth_url = "https://keystone.example/v3"
  region   = "GRA11"
}
provider "openstack" {
  alias    = "vault"
  auth_url = "https://keystone.example/v3"
  region   = var.vault_region
}
variable "nobody" { default = null }
variable "vault_region" { default = "SBG7" }
variable "secret" {
  default   = "correct horse"
  sensitive = true
}
resource "terraform_data" "later" {}

resource "openstack_networking_port_v2" "host" {
  for_each   = toset(["a", "b.c[\\"d\\"]"])
  network_id = "n"
  dynamic "allowed_address_pairs" {
    for_each = [terraform_data.later.id]
    content { ip_address = allowed_address_pairs.value }
  }
}
resource "openstack_compute_instance_v2" "host" {
  count       = 2
  name        = "host"
  flavor_name = "b3-8"
  admin_pass  = var.secret
  metadata    = { db = var.secret, free = "x" }
  network { port = openstack_networking_port_v2.host["a"].id }
  network { uuid = "n" }
}
resource "openstack_compute_instance_v2" "dynamic" {
  name = "dynamic"
  dynamic "network" {
    for_each = terraform_data.later.id == "" ? [] : [1]
    content { uuid = "n" }
  }
}
resource "openstack_networking_secgroup_rule_v2" "open" {
  direction         = "ingress"
  ethertype         = "IPv4"
  security_group_id = terraform_data.later.id
}
resource "openstack_networking_secgroup_rule_v2" "null_variable" {
  direction         = "ingress"
  ethertype         = "IPv4"
  security_group_id = "s"
  remote_ip_prefix  = var.nobody
}
resource "openstack_networking_secgroup_rule_v2" "later" {
  direction         = "ingress"
  ethertype         = "IPv4"
  security_group_id = "s"
  remote_ip_prefix  = terraform_data.later.id
}
module "town" {
  source   = "./town"
  for_each = toset(["x", "y"])
  port     = openstack_networking_port_v2.host["a"].id
  providers = { openstack = openstack.vault }
}
output "address" { value = terraform_data.later.id }
output "secret" {
  value     = var.secret
  sensitive = true
}
`;

const TOWN = `${REQUIRED}
variable "port" {}
variable "range" { default = null }
resource "openstack_networking_floatingip_associate_v2" "public" {
  floating_ip = "203.0.113.10"
  port_id     = var.port
}
resource "openstack_networking_secgroup_rule_v2" "open" {
  direction         = "ingress"
  ethertype         = "IPv4"
  security_group_id = "s"
  remote_ip_prefix  = var.range
}
`;

const NOTHING = { version: 4, terraform_version: "1.12.6", serial: 1, lineage: "test", outputs: {}, resources: [] };

describe("a plan of modules, counts and variables, made by the real OpenTofu", () => {
  const tofu = new RealTofu().open();
  let plan: Plan;
  beforeAll(() => {
    plan = readPlan(tofu.planFiles({ "main.tf": MAIN, "town/main.tf": TOWN }, NOTHING));
  }, 120_000);

  const change = (address: string): Change => {
    const found = plan.changes.find((one) => one.address === address);
    if (!found) throw new Error(`no ${address} among ${plan.changes.map((one) => one.address).join(" ")}`);
    return found;
  };

  it("knows each instance by its full address", () => {
    expect(plan.changes.map(({ address }) => address)).toEqual([
      'module.town["x"].openstack_networking_floatingip_associate_v2.public',
      'module.town["x"].openstack_networking_secgroup_rule_v2.open',
      'module.town["y"].openstack_networking_floatingip_associate_v2.public',
      'module.town["y"].openstack_networking_secgroup_rule_v2.open',
      "openstack_compute_instance_v2.dynamic",
      "openstack_compute_instance_v2.host[0]",
      "openstack_compute_instance_v2.host[1]",
      'openstack_networking_port_v2.host["a"]',
      'openstack_networking_port_v2.host["b.c[\\"d\\"]"]',
      "openstack_networking_secgroup_rule_v2.later",
      "openstack_networking_secgroup_rule_v2.null_variable",
      "openstack_networking_secgroup_rule_v2.open",
      "terraform_data.later",
    ]);
  });

  it("finds how each is written, whatever its keys hold", () => {
    expect(change('openstack_networking_port_v2.host["b.c[\\"d\\"]"]')).toMatchObject({
      configAddress: "openstack_networking_port_v2.host",
      written: { network_id: { constant_value: "n" } },
      provider: "openstack",
    });
  });

  it("leaves out what nobody wrote, though the plan calls it unknown", () => {
    expect(change("openstack_networking_secgroup_rule_v2.open").after).not.toHaveProperty("remote_ip_prefix");
  });

  it("leaves out what a variable left to null, in the root module and in others", () => {
    expect(change("openstack_networking_secgroup_rule_v2.null_variable").after).not.toHaveProperty("remote_ip_prefix");
    const inModule = change('module.town["x"].openstack_networking_secgroup_rule_v2.open');
    expect(inModule.after).not.toHaveProperty("remote_ip_prefix");
  });

  it("keeps as unknown what was written and comes later", () => {
    expect(change("openstack_networking_secgroup_rule_v2.later").after).toMatchObject({ remote_ip_prefix: UNKNOWN });
    expect(change("openstack_networking_secgroup_rule_v2.open").after).toMatchObject({ security_group_id: UNKNOWN });
  });

  it("does so inside blocks", () => {
    const [first, second] = valueAt(change("openstack_compute_instance_v2.host[0]").after, "network") as object[];
    expect(first).toMatchObject({ port: UNKNOWN });
    expect(first).not.toHaveProperty("uuid");
    expect(second).toMatchObject({ uuid: "n" });
    expect(second).not.toHaveProperty("port");
  });

  it("never takes a dynamic block for one that is left out", () => {
    expect(change("openstack_compute_instance_v2.dynamic").after).toMatchObject({ network: UNKNOWN });
    expect(change('openstack_networking_port_v2.host["a"]').after).toMatchObject({
      allowed_address_pairs: [{ ip_address: UNKNOWN }],
    });
  });

  it("knows what is sensitive, at any depth", () => {
    const { sensitive } = change("openstack_compute_instance_v2.host[0]");
    expect(sensitive).toEqual(expect.arrayContaining(["admin_pass", "metadata.db"]));
    expect(sensitive).not.toContain("metadata.free");
  });

  it("knows the provider block behind a module", () => {
    expect(change('module.town["y"].openstack_networking_secgroup_rule_v2.open').provider).toBe("openstack.vault");
    expect(plan.providers).toMatchObject({
      openstack: { source: SOURCE, arguments: { region: "GRA11" } },
      "openstack.vault": { arguments: { region: UNKNOWN } },
    });
  });

  it("reads outputs", () => {
    expect(plan.outputs).toEqual({
      address: { sensitive: false, value: UNKNOWN },
      secret: { sensitive: true, value: "correct horse" },
    });
  });

  it("follows a reference, through the variables of a module as well", () => {
    const association = change('module.town["x"].openstack_networking_floatingip_associate_v2.public');
    const ports = follow(plan, association, "port_id");
    expect(ports.map(({ configAddress }) => configAddress)).toEqual([
      "openstack_networking_port_v2.host",
      "openstack_networking_port_v2.host",
    ]);
    const [port] = ports as [Change];
    expect(referrers(plan, port, "openstack_compute_instance_v2").map(({ address }) => address)).toEqual([
      "openstack_compute_instance_v2.host[0]",
      "openstack_compute_instance_v2.host[1]",
    ]);
  });
});

const VOLUME = {
  attachment: [],
  availability_zone: "a",
  metadata: {},
  name: "",
  region: "GRA11",
  scheduler_hints: [],
  size: 10,
  volume_retype_policy: "never",
  volume_type: "luks",
};

const volume = (name: string, deposed?: string) => ({
  mode: "managed",
  type: "openstack_blockstorage_volume_v3",
  name,
  provider: `provider["${SOURCE}"]`,
  instances: [
    { schema_version: 0, attributes: { ...VOLUME, id: name } },
    ...(deposed ? [{ schema_version: 0, deposed, attributes: { ...VOLUME, id: deposed } }] : []),
  ],
});

const STATE = {
  ...NOTHING,
  resources: [
    volume("same"),
    volume("shrunk"),
    volume("replaced"),
    volume("replaced_and_forgotten"),
    volume("former_name"),
    volume("forgotten"),
    volume("vanished"),
    volume("half_replaced", "deadbeef"),
  ],
};

const kept = (name: string, more = "") =>
  `resource "openstack_blockstorage_volume_v3" "${name}" {\n  size = 10\n  volume_type = "luks"\n${more}\n}\n`;

const AFTER = `${REQUIRED}
provider "openstack" { auth_url = "https://keystone.example/v3" }
${kept("same")}
${kept("shrunk").replace("10", "5")}
${kept("replaced", 'availability_zone = "b"')}
${kept("replaced_and_forgotten", 'availability_zone = "b"\nlifecycle {\n  destroy = false\n}')}
${kept("new_name")}
${kept("half_replaced")}
removed {
  from = openstack_blockstorage_volume_v3.forgotten
  lifecycle {
    destroy = false
  }
}
`;

const MOVED = `
moved {
  from = openstack_blockstorage_volume_v3.former_name
  to   = openstack_blockstorage_volume_v3.new_name
}
`;

describe("a plan of what exists, made by the real OpenTofu", () => {
  const tofu = new RealTofu().open();
  const fates = (plan: Plan) =>
    plan.changes.map(({ address, actions, deposed }) =>
      [address.split(".")[1], deposed ?? "", actions.join(" ")].join(" "),
    );
  let plan: Plan;
  beforeAll(() => {
    plan = readPlan(tofu.planFiles({ "main.tf": AFTER + MOVED }, STATE));
  }, 120_000);

  it("tells what happens to each, the forgotten and the deposed as well", () => {
    expect(fates(plan)).toEqual([
      "forgotten  forget",
      "half_replaced  no-op",
      "half_replaced deadbeef delete",
      "new_name  no-op",
      "replaced  delete create",
      "replaced_and_forgotten  forget create",
      "same  no-op",
      "shrunk  update",
      "vanished  delete",
    ]);
  });

  it("keeps what was before", () => {
    const [shrunk] = plan.changes.filter(({ address }) => address.endsWith(".shrunk"));
    expect([shrunk?.before?.size, shrunk?.after?.size]).toEqual([10, 5]);
  });

  it("tells why a resource is replaced, and under which address it stood", () => {
    const by = (name: string) => plan.changes.find(({ address }) => address.endsWith(`.${name}`));
    expect(by("replaced")).toMatchObject({
      reason: "replace_because_cannot_update",
      replacePaths: ["availability_zone"],
    });
    expect(by("new_name")?.previousAddress).toBe("openstack_blockstorage_volume_v3.former_name");
  });

  it("leaves nothing aside, a moved resource under its former address neither", () => {
    expect(plan.leftAside).toEqual([]);
  });

  it("notices what a narrowed plan leaves aside", () => {
    const narrowed = readPlan(
      tofu.planFiles({ "main.tf": AFTER }, STATE, "-target=openstack_blockstorage_volume_v3.same"),
    );
    expect(narrowed.leftAside).toContain("openstack_blockstorage_volume_v3.vanished");
    expect(narrowed.leftAside).not.toContain("openstack_blockstorage_volume_v3.same");
  }, 120_000);
});
