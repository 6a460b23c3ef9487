import { describe, expect, it } from "@jest/globals";
import { TownNetwork, type TownNetworkProps } from "../../../constructs/network/town-network";
import { refusal, synth } from "../../synth";

const ZONES = {
  entry: { name: "Aix-entry", range: "10.17.0.0/26" },
  apps: { name: "Aix-apps", range: "10.17.0.64/26" },
};

const plan = (props: Partial<TownNetworkProps> = {}) =>
  synth(
    (stack) =>
      new TownNetwork(stack, "network", {
        name: "Aix",
        zones: ZONES,
        resolvers: ["192.0.2.53"],
        marks: { insee: "17004" },
        ...props,
      }),
  );

describe("TownNetwork", () => {
  it("joins its zones by one router that leads nowhere else", () => {
    expect(plan()("openstack_networking_router_v2")).toEqual([{ name: "Aix", tags: ["insee=17004"] }]);
  });

  it("leads out when given an external network", () => {
    expect(plan({ externalNetworkId: "public" })("openstack_networking_router_v2")).toEqual([
      { name: "Aix", external_network_id: "public", tags: ["insee=17004"] },
    ]);
  });

  it("has a network and a subnet for each zone, with the zone's own name and range", () => {
    const found = plan();
    expect(
      found("openstack_networking_network_v2")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["Aix-apps", "Aix-entry"]);
    expect(
      found("openstack_networking_subnet_v2")
        .map(({ name, cidr }) => [name, cidr])
        .sort(),
    ).toEqual([
      ["Aix-apps", "10.17.0.64/26"],
      ["Aix-entry", "10.17.0.0/26"],
    ]);
  });

  it("plugs every zone into its router", () => {
    const plugs = plan()("openstack_networking_router_interface_v2");
    expect(plugs).toHaveLength(2);
    expect(plugs).toEqual(
      [1, 2].map(() =>
        expect.objectContaining({ router_id: expect.stringContaining("openstack_networking_router_v2") }),
      ),
    );
  });

  it("gives its resolvers to every zone", () => {
    const subnets = plan({ resolvers: ["198.51.100.53"] })("openstack_networking_subnet_v2");
    expect(subnets).toEqual([1, 2].map(() => expect.objectContaining({ dns_nameservers: ["198.51.100.53"] })));
  });

  it("opens nothing by itself", () => {
    const found = plan();
    expect(found("openstack_networking_secgroup_v2")).toEqual([]);
    expect(found("openstack_networking_secgroup_rule_v2")).toEqual([]);
  });

  it("refuses zones that share addresses, each pair once", () => {
    const inside = { name: "Aix-data", range: "10.17.0.64/27" };
    expect(() => plan({ zones: { ...ZONES, data: inside } })).toThrow(refusal("zone-ranges-overlap"));
    expect(() => plan({ zones: { ...ZONES, data: inside, admin: inside } })).toThrow(
      refusal("zone-ranges-overlap", "zone-ranges-overlap", "zone-ranges-overlap"),
    );
  });
});
