import { UNKNOWN } from "../../plan/plan";
import { parseRange } from "../knowledge/ranges";
import { OVH_SUBNETS } from "../knowledge/sources";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const policy = { longestSubnetPrefix: 28 };
const subnet = (cidr: unknown) => ({ network_id: "n", cidr });

export default defineRule({
  id: "NET-013",
  severity: "error",
  title: {
    en: "A subnet is large enough for what the target puts in it.",
    fr: "Un sous-réseau est assez grand pour ce que la cible y place.",
  },
  why: {
    en: "DHCP servers, the router and a load balancer take up to seven addresses before the first host; a subnet cannot grow.",
    fr: "Les serveurs DHCP, le routeur et un répartiteur prennent jusqu'à sept adresses avant la première machine ; un sous-réseau ne s'agrandit pas.",
  },
  fix: { en: "Give it a larger range (`cidr`).", fr: "Donnez-lui une plage plus grande (`cidr`)." },
  source: OVH_SUBNETS,
  resources: ["openstack_networking_subnet_v2"],

  check({ cidr, prefix_length: length }, { policy: { longestSubnetPrefix: longest } }) {
    if (longest === undefined) return "pass";
    if (isLeftOut(cidr)) {
      if (isLeftOut(length)) return "pass";
      if (typeof length !== "number") return { verdict: "unknown", attribute: "prefix_length" };
      return { verdict: length <= longest ? "pass" : "fail", attribute: "prefix_length" };
    }
    const range = typeof cidr === "string" ? parseRange(cidr) : undefined;
    if (cidr === UNKNOWN || !range) return { verdict: "unknown", attribute: "cidr" };
    const [start, bits] = range;
    return { verdict: start.kind() === "ipv6" || bits <= longest ? "pass" : "fail", attribute: "cidr" };
  },

  examples: {
    pass: [
      { name: "a /28", policy, after: subnet("10.20.0.0/28") },
      { name: "an IPv6 /64", policy, after: subnet("fd00::/64") },
      { name: "the target asks for nothing", leavesOut: "policy.longestSubnetPrefix", after: subnet("10.20.0.0/30") },
    ],
    fail: [
      { name: "a /29", policy, after: subnet("10.20.0.0/29") },
      { name: "a /30 from a pool", policy, after: { network_id: "n", subnetpool_id: "p", prefix_length: 30 } },
    ],
    unknown: [{ name: "known after apply", policy, after: subnet(UNKNOWN) }],
  },
});
