import { describe, expect, it } from "@jest/globals";
import { adoptionOf, wantedOf } from "../../../engine/drift/adoption";
import type { Found } from "../../../engine/drift/found";
import { stateResources } from "../../../engine/drift/state-resources";

const reference = (address: string) => `\${${address}.id}`;

const STACK = JSON.stringify({
  resource: {
    openstack_networking_secgroup_v2: { firewall: { name: "site-web" } },
    openstack_networking_secgroup_rule_v2: {
      https: {
        security_group_id: reference("openstack_networking_secgroup_v2.firewall"),
        direction: "ingress",
        ethertype: "IPv4",
        protocol: "tcp",
        port_range_min: 443,
        port_range_max: 443,
        remote_ip_prefix: "203.0.113.0/24",
      },
    },
    openstack_objectstorage_container_v1: { documents: { name: "ged" } },
    openstack_blockstorage_volume_v3: { "data-1": { name: "ged", size: 10, volume_type: "luks" } },
    openstack_networking_network_v2: { a: { name: "same" }, b: { name: "same" } },
  },
});
const STATE = stateResources(
  "17004",
  JSON.stringify({
    version: 4,
    resources: [
      {
        mode: "managed",
        type: "openstack_networking_secgroup_v2",
        name: "firewall",
        instances: [{ attributes: { id: "g" } }],
      },
    ],
  }),
);
const WANTED = wantedOf(STACK, STATE);

const found = (kind: Found["kind"], id: string, name: string, details: object = {}): Found => ({
  kind,
  id,
  name,
  details: { ...details },
});
const RULE = {
  security_group_id: "g",
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 443,
  port_range_max: 443,
  remote_ip_prefix: "203.0.113.0/24",
  remote_group_id: null,
};

describe("an import block", () => {
  it("makes a rule made by hand the one that the config asks for, in the group of the state", () => {
    expect(adoptionOf(found("security-group-rule", "r", "", RULE), WANTED, STATE)?.block).toBe(
      'import {\n  to = openstack_networking_secgroup_rule_v2.https\n  id = "r"\n}',
    );
  });

  it.each([
    ["lets in from elsewhere", { remote_ip_prefix: "0.0.0.0/0" }],
    ["is in another group", { security_group_id: "other" }],
    ["is for another port", { port_range_max: 444 }],
  ])("is not drafted when the rule %s", (_, other) => {
    expect(adoptionOf(found("security-group-rule", "r", "", { ...RULE, ...other }), WANTED, STATE)).toBeUndefined();
  });

  it("is drafted for a container of the same name and a volume of the same size and type", () => {
    expect(adoptionOf(found("container", "ged", "ged"), WANTED, STATE)?.address).toBe(
      "openstack_objectstorage_container_v1.documents",
    );
    const volume = { size: 10, volume_type: "luks" };
    expect(adoptionOf(found("volume", "v", "ged", volume), WANTED, STATE)?.address).toBe(
      "openstack_blockstorage_volume_v3.data-1",
    );
    expect(adoptionOf(found("volume", "v", "ged", { ...volume, size: 20 }), WANTED, STATE)).toBeUndefined();
  });

  it("is not drafted for what the state has already, nor where two resources are alike", () => {
    expect(adoptionOf(found("security-group", "g2", "site-web"), WANTED, STATE)).toBeUndefined();
    expect(adoptionOf(found("network", "n", "same"), WANTED, STATE)).toBeUndefined();
  });
});

describe("the resources of a state", () => {
  it("have the addresses that OpenTofu gives them, with modules and keys; data sources are none", () => {
    const instances = [
      { index_key: "a", attributes: { id: "1" } },
      { index_key: 1, attributes: { id: "2" } },
    ];
    const state = {
      resources: [
        { module: "module.m", mode: "managed", type: "t", name: "n", instances },
        { mode: "data", type: "t", name: "d", instances },
      ],
    };
    expect(stateResources("17004", JSON.stringify(state)).map(({ address }) => address)).toEqual([
      'module.m.t.n["a"]',
      "module.m.t.n[1]",
    ]);
    expect(stateResources("17004", '{"version":4}')).toEqual([]);
  });
});
