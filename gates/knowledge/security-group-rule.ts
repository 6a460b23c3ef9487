import { type Attributes, UNKNOWN } from "../../plan/plan";
import { follow, isPlainReference } from "../../plan/references";
import type { RuleContext } from "../rule";
import { reachOf } from "./ranges";
import { isLeftOut, textsOf } from "./values";

type Answer = "yes" | "no" | "unknown";

/** Protocols of Neutron that have no ports, by name and number. */
const WITHOUT_PORTS = new Set(
  (
    "icmp 1 icmpv6 ipv6-icmp 58 igmp 2 ipip 4 egp 8 ipv6-encap 41 ipv6-route 43 ipv6-frag 44 rsvp 46 gre 47 esp 50 " +
    "ah 51 ipv6-nonxt 59 ipv6-opts 60 ospf 89 vrrp 112 pgm 113"
  ).split(" "),
);

/** Ways to say "every protocol": Neutron takes 0 for it, too. */
const EVERY_PROTOCOL = new Set(["", "any", "0", "-1"]);

/** Whether a rule opens one of `ports`, whoever may use it. */
export function opensPort(rule: Attributes, ports: readonly number[]): Answer {
  if (rule.protocol === UNKNOWN) return "unknown";
  if (WITHOUT_PORTS.has(protocolOf(rule))) return "no";
  const [min, max] = boundsOf(rule);
  if (min === UNKNOWN || max === UNKNOWN) return "unknown";
  return ports.some((port) => min <= port && port <= max) ? "yes" : "no";
}

/** Ports of a wide rule: more than any one service listens on. */
const MANY = 1_024;

/** Whether a rule opens so many ports that it stands for all of them. */
export function opensManyPorts(rule: Attributes): Answer {
  if (rule.protocol === UNKNOWN) return "unknown";
  if (WITHOUT_PORTS.has(protocolOf(rule))) return "no";
  const [min, max] = boundsOf(rule);
  if (min === UNKNOWN || max === UNKNOWN) return "unknown";
  return max - min >= MANY ? "yes" : "no";
}

/**
 * Whether the other end of a rule is everyone, and the attribute that says so. Neither range nor group means everyone.
 */
export function isForEveryone(rule: Attributes, { plan, change }: RuleContext): { answer: Answer; attribute: string } {
  const { remote_ip_prefix: range, remote_group_id: group, remote_address_group_id: list } = rule;
  if (!isLeftOut(group)) {
    // An expression with a condition may still turn out to be null, which is everyone.
    const sure = group !== UNKNOWN || isPlainReference(plan, change, change.written?.remote_group_id);
    return { answer: sure ? "no" : "unknown", attribute: "remote_group_id" };
  }
  if (!isLeftOut(list)) {
    const attribute = "remote_address_group_id";
    const answers = follow(plan, change, attribute).map(({ after }) => anyIsEveryone(textsOf(after?.addresses)));
    if (answers.length === 0) return { answer: "unknown", attribute };
    return { answer: worst(answers), attribute };
  }
  return { answer: rangeIsEveryone(range), attribute: "remote_ip_prefix" };
}

function protocolOf({ protocol }: Attributes): string {
  return typeof protocol === "number" ? String(protocol) : String(protocol ?? "").toLowerCase();
}

/** The provider writes 0 for a bound that is not given: 0 to 0 is every port. */
function boundsOf(rule: Attributes): [number | typeof UNKNOWN, number | typeof UNKNOWN] {
  const { port_range_min: min, port_range_max: max } = rule;
  if (EVERY_PROTOCOL.has(protocolOf(rule))) return [0, 65_535];
  if ((isLeftOut(min) || min === 0) && (isLeftOut(max) || max === 0)) return [0, 65_535];
  return [bound(min, 0), bound(max, 65_535)];
}

function bound(value: unknown, otherwise: number): number | typeof UNKNOWN {
  if (isLeftOut(value)) return otherwise;
  return typeof value === "number" ? value : UNKNOWN;
}

function rangeIsEveryone(range: unknown): Answer {
  if (isLeftOut(range)) return "yes";
  if (typeof range !== "string") return "unknown";
  return ({ everyone: "yes", some: "no", unknown: "unknown" } as const)[reachOf(range)];
}

function anyIsEveryone(ranges: readonly string[] | typeof UNKNOWN): Answer {
  return ranges === UNKNOWN ? "unknown" : worst(ranges.map(rangeIsEveryone));
}

function worst(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}
