import { describe, expect, it } from "@jest/globals";
import { ZoneNetwork, type ZoneNetworkProps } from "../../../constructs/network/zone-network";
import { refusal, synth } from "../../synth";

const plan = (props: Partial<ZoneNetworkProps> = {}) =>
  synth(
    (stack) =>
      new ZoneNetwork(stack, "apps", {
        name: "Île-d'Aix-17004-apps",
        range: "10.17.0.64/26",
        routerId: "the-router",
        resolvers: ["192.0.2.53"],
        marks: { insee: "17004" },
        ...props,
      }),
  );

describe("ZoneNetwork", () => {
  it("is a network whose ports are guarded", () => {
    expect(plan()("openstack_networking_network_v2")).toEqual([
      { name: "Île-d'Aix-17004-apps", port_security_enabled: true, tags: ["insee=17004"] },
    ]);
  });

  it("puts its subnet in the given range", () => {
    expect(plan({ range: "192.168.7.0/24" })("openstack_networking_subnet_v2")).toEqual([
      expect.objectContaining({
        cidr: "192.168.7.0/24",
        ip_version: 4,
        network_id: expect.stringMatching(/^\$\{openstack_networking_network_v2\..*\.id\}$/),
      }),
    ]);
  });

  it("marks and names its subnet as the network", () => {
    expect(plan()("openstack_networking_subnet_v2")).toEqual([
      expect.objectContaining({ name: "Île-d'Aix-17004-apps", tags: ["insee=17004"] }),
    ]);
  });

  it("plugs its subnet into the router", () => {
    expect(plan()("openstack_networking_router_interface_v2")).toEqual([
      { router_id: "the-router", subnet_id: expect.stringContaining("openstack_networking_subnet_v2") },
    ]);
  });

  it("gives the IPv4 resolvers in their order, and leaves the others out", () => {
    const resolvers = ["198.51.100.53", "2001:db8::53", "192.0.2.53"];
    expect(plan({ resolvers })("openstack_networking_subnet_v2")).toEqual([
      expect.objectContaining({ dns_nameservers: ["198.51.100.53", "192.0.2.53"] }),
    ]);
  });

  it.each(["8.8.8.0/24", "172.32.0.0/16", "10.0.0.0/29", "fd00::/64"])(
    "refuses the range %s, which cannot number its hosts",
    (range) => {
      expect(() => plan({ range })).toThrow(refusal("zone-range-unusable"));
    },
  );

  it("refuses what is no range", () => {
    expect(() => plan({ range: "10.0.0.1/24" })).toThrow(refusal("range-invalid"));
  });

  it.each([[[]], [["2001:db8::53"]], [["resolver.example"]]])(
    "refuses the resolvers %j, of which none would answer",
    (resolvers) => {
      expect(() => plan({ resolvers })).toThrow(refusal("resolver-missing"));
    },
  );

  it("takes the smallest range that it can use", () => {
    expect(plan({ range: "10.0.0.0/28" })("openstack_networking_subnet_v2")).toHaveLength(1);
  });
});
