import { UNKNOWN } from "../../plan/plan";
import { isPrivateRange, parseRange, standsIn } from "../knowledge/ranges";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const policy = { ranges: ["10.20.0.0/20"] };
const subnet = (cidr: unknown) => ({ network_id: "n", cidr });

export default defineRule({
  id: "NET-012",
  severity: "error",
  title: {
    en: "A subnet stands in a private range, the town's own where one is allotted.",
    fr: "Un sous-réseau est dans une plage privée, celle de la commune si elle en a reçu une.",
  },
  why: {
    en: "A public range hides the real one from the hosts; a range that was allotted to another town cannot be routed to this one.",
    fr: "Une plage publique masque la vraie aux machines ; une plage attribuée à une autre commune ne peut pas être routée vers celle-ci.",
  },
  fix: {
    en: "Take the range from the address plan (`beffroi allocate`).",
    fr: "Prenez la plage dans le plan d'adressage (`beffroi allocate`).",
  },
  resources: ["openstack_networking_subnet_v2"],

  check({ cidr }, { policy: { ranges } }) {
    if (isLeftOut(cidr)) return "pass";
    if (cidr === UNKNOWN || !parseRange(String(cidr))) return { verdict: "unknown", attribute: "cidr" };
    const range = String(cidr);
    const inside = ranges ? ranges.some((one) => standsIn(range, one)) : isPrivateRange(range);
    return { verdict: inside ? "pass" : "fail", attribute: "cidr" };
  },

  examples: {
    pass: [
      { name: "a private range", after: subnet("192.168.7.0/24") },
      { name: "the town's own range", policy, after: subnet("10.20.1.0/24") },
      { name: "a private IPv6 range", after: subnet("fd12:3456::/64") },
      { name: "a range from a pool", leavesOut: "cidr", after: { network_id: "n", subnetpool_id: "p" } },
    ],
    fail: [
      { name: "a public range", after: subnet("8.8.8.0/24") },
      { name: "wider than the private block", after: subnet("172.0.0.0/8") },
      { name: "the range of another town", policy, after: subnet("10.21.0.0/24") },
    ],
    unknown: [{ name: "known after apply", after: subnet(UNKNOWN) }],
  },
});
