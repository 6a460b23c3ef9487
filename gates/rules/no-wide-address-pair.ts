import { UNKNOWN } from "../../plan/plan";
import { parseRange } from "../knowledge/ranges";
import { blocksOf } from "../knowledge/values";
import { defineRule, type Judgement } from "../rule";

/** A virtual address and a few more; a whole subnet is already an open door. */
const SHORTEST_PREFIX = { ipv4: 28, ipv6: 124 } as const;

export default defineRule({
  id: "NET-008",
  severity: "error",
  title: {
    en: "An allowed address pair names an address, not a network.",
    fr: "Une paire d'adresses autorisée désigne une adresse, pas un réseau.",
  },
  why: {
    en: "The machine may speak under every address of the pair: with 0.0.0.0/0 it may be anybody.",
    fr: "La machine peut parler sous toutes les adresses de la paire : avec 0.0.0.0/0, elle peut être n'importe qui.",
  },
  fix: {
    en: "Name the virtual address alone, such as `192.0.2.10`; at most a /28.",
    fr: "Indiquez la seule adresse virtuelle, par exemple `192.0.2.10` ; au plus un /28.",
  },
  resources: ["openstack_networking_port_v2"],

  check({ allowed_address_pairs: pairs }) {
    const blocks = blocksOf(pairs);
    if (blocks === UNKNOWN) return { verdict: "unknown", attribute: "allowed_address_pairs" };
    return blocks.map(({ ip_address: address }, index): Judgement => {
      const attribute = `allowed_address_pairs.${index}.ip_address`;
      const range = typeof address === "string" ? parseRange(address) : undefined;
      if (!range) return { verdict: "unknown", attribute };
      const [start, bits] = range;
      return { verdict: bits >= SHORTEST_PREFIX[start.kind()] ? "pass" : "fail", attribute };
    });
  },

  examples: {
    pass: [
      { name: "no pair", leavesOut: "allowed_address_pairs", after: { network_id: "n" } },
      { name: "one address", after: { network_id: "n", allowed_address_pairs: [{ ip_address: "10.20.0.10" }] } },
    ],
    fail: [
      { name: "everyone", after: { network_id: "n", allowed_address_pairs: [{ ip_address: "0.0.0.0/0" }] } },
      { name: "everyone over IPv6", after: { network_id: "n", allowed_address_pairs: [{ ip_address: "::/0" }] } },
      { name: "a whole subnet", after: { network_id: "n", allowed_address_pairs: [{ ip_address: "10.20.0.0/24" }] } },
    ],
    unknown: [
      { name: "known after apply", after: { network_id: "n", allowed_address_pairs: [{ ip_address: UNKNOWN }] } },
    ],
  },
});
