import { type Plan, UNKNOWN } from "../../plan/plan";
import { boundsOf } from "../knowledge/ranges";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const SUBNET = "openstack_networking_subnet_v2";
const neighbour = (cidr: string) => ({ type: SUBNET, name: "other", after: { network_id: "m", cidr } });

export default defineRule({
  id: "NET-011",
  severity: "error",
  title: {
    en: "No two subnets of the plan overlap.",
    fr: "Deux sous-réseaux du plan ne se chevauchent jamais.",
  },
  why: {
    en: "A router cannot tell them apart: Neutron refuses to join the second one, or the traffic of one goes to the other.",
    fr: "Un routeur ne peut pas les distinguer : Neutron refuse le second, ou le trafic de l'un part chez l'autre.",
  },
  fix: {
    en: "Give each subnet a range of its own, from the address plan.",
    fr: "Donnez à chaque sous-réseau sa propre plage, prise dans le plan d'adressage.",
  },
  resources: [SUBNET],

  check({ cidr }, { plan, change }) {
    if (isLeftOut(cidr)) return "pass"; // taken from a pool, which gives no range twice
    if (cidr === UNKNOWN || !boundsOf(String(cidr))) return { verdict: "unknown", attribute: "cidr" };
    const other = clashesOf(plan).get(change.address);
    if (other === undefined) return "pass";
    return { verdict: "fail", attribute: "cidr", detail: { en: `overlaps ${other}`, fr: `chevauche ${other}` } };
  },

  examples: {
    pass: [
      { name: "two ranges apart", after: { network_id: "n", cidr: "10.20.0.0/24" }, with: [neighbour("10.20.1.0/24")] },
      { name: "a range from a pool", leavesOut: "cidr", after: { network_id: "n", subnetpool_id: "p" } },
      { name: "IPv4 beside IPv6", after: { network_id: "n", cidr: "10.20.0.0/24" }, with: [neighbour("fd00::/64")] },
    ],
    fail: [
      { name: "twice the same", after: { network_id: "n", cidr: "10.20.0.0/24" }, with: [neighbour("10.20.0.0/24")] },
      {
        name: "one inside another",
        after: { network_id: "n", cidr: "10.20.9.0/24" },
        with: [neighbour("10.20.0.0/16")],
      },
    ],
    unknown: [{ name: "known after apply", after: { network_id: "n", cidr: UNKNOWN } }],
  },
});

const CLASHES = new WeakMap<Plan, ReadonlyMap<string, string>>();

/** Each subnet that overlaps another one, with that other one; worked out once for each plan. */
function clashesOf(plan: Plan): ReadonlyMap<string, string> {
  const known = CLASHES.get(plan);
  if (known) return known;
  const clashes = new Map<string, string>();
  const subnets = plan.changes
    .filter(({ type, mode, after }) => type === SUBNET && mode === "managed" && typeof after?.cidr === "string")
    .flatMap(({ address, after }) => {
      const bounds = boundsOf(after?.cidr as string);
      return bounds ? [{ address, ...bounds }] : [];
    })
    .sort((left, right) => (left.family + left.first < right.family + right.first ? -1 : 1));
  let widest = subnets[0];
  for (const subnet of subnets.slice(1)) {
    if (widest && widest.family === subnet.family && subnet.first <= widest.last) {
      clashes.set(subnet.address, widest.address);
      if (!clashes.has(widest.address)) clashes.set(widest.address, subnet.address);
    }
    if (!widest || widest.family !== subnet.family || subnet.last > widest.last) widest = subnet;
  }
  CLASHES.set(plan, clashes);
  return clashes;
}
