import { describe, expect, it } from "@jest/globals";
import { Firewall, type FirewallProps, type FlowProps } from "../../../constructs/network/firewall";
import { refusal, synth } from "../../synth";

const HTTPS: FlowProps = { direction: "ingress", protocol: "tcp", port: 443, range: "0.0.0.0/0" };

const plan = (props: Partial<FirewallProps> = {}) =>
  synth(
    (stack) =>
      new Firewall(stack, "firewall", { name: "Aix-ged", description: "GED", marks: { insee: "17004" }, ...props }),
  );
const rules = (flows: FirewallProps["flows"]) =>
  plan({ ...(flows && { flows }) })("openstack_networking_secgroup_rule_v2");

describe("Firewall", () => {
  it("is closed in both directions by default", () => {
    expect(plan()("openstack_networking_secgroup_v2")).toEqual([
      { name: "Aix-ged", description: "GED", delete_default_rules: true, tags: ["insee=17004"] },
    ]);
    expect(rules(undefined)).toEqual([]);
  });

  it("has one rule for a flow, which leaves nothing unsaid", () => {
    expect(rules({ https: HTTPS })).toEqual([
      {
        direction: "ingress",
        ethertype: "IPv4",
        protocol: "tcp",
        port_range_min: 443,
        port_range_max: 443,
        remote_ip_prefix: "0.0.0.0/0",
        security_group_id: expect.stringMatching(/^\$\{openstack_networking_secgroup_v2\..*\.id\}$/),
      },
    ]);
  });

  it.each<[string, Partial<FlowProps>, Record<string, unknown>]>([
    ["direction", { direction: "egress" }, { direction: "egress" }],
    ["protocol", { protocol: "udp" }, { protocol: "udp" }],
    ["port", { port: 8443 }, { port_range_min: 8443, port_range_max: 8443 }],
    ["range", { range: "198.51.100.0/24" }, { remote_ip_prefix: "198.51.100.0/24", ethertype: "IPv4" }],
    ["IPv6 range", { range: "2001:DB8::/32" }, { remote_ip_prefix: "2001:db8::/32", ethertype: "IPv6" }],
    ["description", { description: "internet" }, { description: "internet" }],
  ])("takes the %s of the flow", (_, changed, expected) => {
    const [usual] = rules({ https: HTTPS });
    expect(rules({ https: { ...HTTPS, ...changed } })).toEqual([{ ...usual, ...expected }]);
  });

  it("always says who is at the other end", () => {
    const found = rules({ a: HTTPS, b: { ...HTTPS, direction: "egress" }, c: { ...HTTPS, range: "::/0" } });
    expect(found.filter(({ remote_ip_prefix }) => !remote_ip_prefix)).toEqual([]);
    expect(found).toHaveLength(3);
  });

  it("takes the same port for another direction, protocol or range", () => {
    expect(
      rules({
        one: HTTPS,
        out: { ...HTTPS, direction: "egress" },
        udp: { ...HTTPS, protocol: "udp" },
        other: { ...HTTPS, range: "198.51.100.0/24" },
      }),
    ).toHaveLength(4);
  });

  it("refuses two flows that Neutron would take for one", () => {
    const v6 = { ...HTTPS, range: "2001:db8::/32" };
    expect(() => rules({ one: v6, two: { ...v6, range: "2001:DB8:0::/32", description: "why" } })).toThrow(
      refusal("flows-identical"),
    );
  });

  it.each([0, -1, 65_536, 443.5, Number.NaN])("refuses port %s", (port) => {
    expect(() => rules({ https: { ...HTTPS, port } })).toThrow(refusal("port-invalid"));
  });

  it("refuses a flow without a range", () => {
    expect(() => rules({ https: { ...HTTPS, range: "" } })).toThrow(refusal("range-invalid"));
  });

  it("tells every problem of its flows at once", () => {
    expect(() => rules({ a: { ...HTTPS, port: 0 }, b: { ...HTTPS, port: 70_000 } })).toThrow(
      refusal("port-invalid", "port-invalid"),
    );
  });
});
