import { describe, expect, it } from "@jest/globals";
import type { Blueprint, ServiceBlueprint } from "../../blueprint/blueprint";
import { blueprint, byId, flows, service } from "../blueprints";
import type { Attributes } from "../synth";
import { resourcesOf } from "./resources";

const GED = service("ged", {
  hosts: {
    count: 1,
    flavour: { name: "b3-8", id: "flavour-a" },
    image: { name: "Debian 12", id: "image-a" },
    bootVolumeGiB: 20,
    bootVolumeType: "type-a",
    packages: ["nginx"],
  },
  data: { sizeGiB: 50, volumeType: "type-b" },
  documents: { quotaGiB: 10 },
  flows: flows({ id: "in", reason: "Le guichet" }),
});
const base = blueprint({ services: byId(GED) });
const withGed = (said: Partial<ServiceBlueprint>): Blueprint => ({ ...base, services: byId({ ...GED, ...said }) });
const withHosts = (said: Partial<ServiceBlueprint["hosts"]>) => withGed({ hosts: { ...GED.hosts, ...said } });
const withFlow = (said: object) =>
  withGed({ flows: { in: { ...GED.flows.in, ...said } as ServiceBlueprint["flows"][string] } });
const withTarget = (said: Partial<Blueprint["target"]>): Blueprint => ({
  ...base,
  target: { ...base.target, ...said },
});

/** What differs from the usual town: attributes by type, or `(whole)` for a resource that comes or goes. */
function changes(changed: Blueprint): Record<string, string[]> {
  const [before, after] = [resourcesOf(base), resourcesOf(changed)];
  const found: Record<string, string[]> = {};
  for (const address of Object.keys({ ...before, ...after })) {
    const type = address.replace(/^openstack_(\w+)_v\d\..*$/, "$1");
    const different = differences(before[address], after[address]);
    if (different.length > 0) found[type] = [...new Set([...(found[type] ?? []), ...different])].sort();
  }
  return found;
}

function differences(old: Attributes | undefined, fresh: Attributes | undefined): string[] {
  if (!old || !fresh) return ["(whole)"];
  return Object.keys({ ...old, ...fresh }).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(fresh[key]));
}

describe("one value of the blueprint changes what it says, and nothing else", () => {
  it.each<[string, Blueprint, Record<string, string[]>]>([
    ["nothing", base, {}],
    ["the flavour", withHosts({ flavour: { name: "b3-16", id: "flavour-z" } }), { compute_instance: ["flavor_id"] }],
    ["the name of the flavour", withHosts({ flavour: { name: "other", id: "flavour-a" } }), {}],
    ["the image", withHosts({ image: { name: "Debian 13", id: "image-z" } }), { compute_instance: ["block_device"] }],
    ["the boot volume's size", withHosts({ bootVolumeGiB: 21 }), { compute_instance: ["block_device"] }],
    ["the boot volume's type", withHosts({ bootVolumeType: "type-z" }), { compute_instance: ["block_device"] }],
    ["the packages", withHosts({ packages: ["apache2"] }), { compute_instance: ["user_data"] }],
    [
      "the data volume's size",
      withGed({ data: { sizeGiB: 51, volumeType: "type-b" } }),
      { blockstorage_volume: ["size"], compute_instance: ["user_data"] },
    ],
    [
      "the data volume's type",
      withGed({ data: { sizeGiB: 50, volumeType: "type-z" } }),
      { blockstorage_volume: ["volume_type"] },
    ],
    ["the quota of documents", withGed({ documents: { quotaGiB: 11 } }), { objectstorage_container: ["metadata"] }],
    ["the title", withGed({ title: "Other" }), { networking_secgroup: ["description"] }],
    ["the zone", withGed({ zone: "entry" }), { networking_port: ["fixed_ip", "network_id"] }],
    ["the sensitivity", withGed({ sensitivity: "health" }), {}],
    ["a flow's port", withFlow({ port: 444 }), { networking_secgroup_rule: ["port_range_max", "port_range_min"] }],
    ["a flow's range", withFlow({ range: "198.51.100.0/24" }), { networking_secgroup_rule: ["remote_ip_prefix"] }],
    ["a flow's direction", withFlow({ direction: "egress" }), { networking_secgroup_rule: ["direction"] }],
    ["a flow's protocol", withFlow({ protocol: "udp" }), { networking_secgroup_rule: ["protocol"] }],
    ["a flow's reason", withFlow({ reason: "Une autre" }), { networking_secgroup_rule: ["description"] }],
    ["a flow's peer", withFlow({ peer: "apps" }), { networking_secgroup_rule: ["description"] }],
    [
      "the external network",
      withTarget({ externalNetwork: { name: "public", id: "other" } }),
      { networking_router: ["external_network_id"] },
    ],
    ["the resolvers", withTarget({ resolvers: ["198.51.100.53"] }), { networking_subnet: ["dns_nameservers"] }],
    [
      "the range of a zone",
      { ...base, zones: { ...base.zones, entry: { name: "entry", range: "10.17.0.192/26" } } },
      { networking_subnet: ["cidr"] },
    ],
    ["the size of the town", { ...base, size: "XL" }, {}],
    [
      "a mark",
      { ...base, marks: { ...base.marks, contract: "2026" } },
      {
        blockstorage_volume: ["metadata"],
        compute_instance: ["metadata"],
        networking_network: ["tags"],
        networking_port: ["tags"],
        networking_router: ["tags"],
        networking_secgroup: ["tags"],
        networking_subnet: ["tags"],
        objectstorage_container: ["metadata"],
      },
    ],
    [
      "the name of the town",
      { ...base, town: { ...base.town, name: "Aix-sur-Mer" } },
      {
        blockstorage_volume: ["name"],
        networking_network: ["name"],
        networking_port: ["name"],
        networking_router: ["name"],
        networking_secgroup: ["name"],
        networking_subnet: ["name"],
      },
    ],
    [
      "no data",
      withGed({ data: undefined } as unknown as ServiceBlueprint),
      { blockstorage_volume: ["(whole)"], compute_instance: ["user_data"], compute_volume_attach: ["(whole)"] },
    ],
    [
      "no documents",
      withGed({ documents: undefined } as unknown as ServiceBlueprint),
      { objectstorage_container: ["(whole)"] },
    ],
  ])("%s", (_, changed, expected) => {
    expect(changes(changed)).toEqual(expected);
  });
});
