import { UNKNOWN } from "../../plan/plan";
import { blocksOf } from "../knowledge/values";
import { defineRule, type Judgement } from "../rule";

const HOST = "openstack_compute_instance_v2";
const policy = { externalNetworks: ["Ext-Net", "0f1e2d3c"] };
const on = (network: object) => ({ name: "host", flavor_id: "f", image_id: "i", network: [network] });

export default defineRule({
  id: "NET-010",
  severity: "error",
  title: {
    en: "No host is plugged straight into an external network.",
    fr: "Aucune machine n'est branchée directement sur un réseau externe.",
  },
  why: {
    en: "It would have a public address of its own, past the router and the load balancer.",
    fr: "Elle aurait sa propre adresse publique, sans passer par le routeur ni par le répartiteur.",
  },
  fix: {
    en: "Plug it into a network of the town, and let the router or the load balancer face the Internet.",
    fr: "Branchez-la sur un réseau de la commune, et laissez le routeur ou le répartiteur face à Internet.",
  },
  resources: ["openstack_networking_port_v2", HOST],

  check(resource, { policy: { externalNetworks: external = [] }, change }) {
    if (external.length === 0) return "pass";
    const judged = (value: unknown, attribute: string): Judgement => ({
      verdict: external.includes(String(value)) ? "fail" : "pass",
      attribute,
    });
    if (change.type !== HOST) {
      // A network of the same plan has no id yet, and is no external one.
      return resource.network_id === UNKNOWN ? "pass" : judged(resource.network_id, "network_id");
    }
    const networks = blocksOf(resource.network);
    if (networks === UNKNOWN) return { verdict: "unknown", attribute: "network" };
    return networks.flatMap((network, index) =>
      ["name", "uuid"]
        .filter((key) => typeof network[key] === "string")
        .map((key) => judged(network[key], `network.${index}.${key}`)),
    );
  },

  examples: {
    pass: [
      { name: "a network of the town", policy, after: { network_id: "5f0c7c1e" } },
      {
        name: "nothing is known of the target",
        leavesOut: "policy.externalNetworks",
        after: { network_id: "0f1e2d3c" },
      },
      { name: "a host on a port", policy, type: HOST, after: on({ port: "5f0c7c1e" }) },
    ],
    fail: [
      { name: "a port on the external network", policy, after: { network_id: "0f1e2d3c" } },
      { name: "a host on it, by name", policy, type: HOST, after: on({ name: "Ext-Net" }) },
      { name: "a host on it, by id", policy, type: HOST, after: on({ uuid: "0f1e2d3c" }) },
    ],
    unknown: [
      {
        name: "networks known after apply",
        policy,
        type: HOST,
        after: { name: "host", flavor_id: "f", image_id: "i", network: UNKNOWN },
        byHand: "only a dynamic block gives an unknown number of networks",
      },
    ],
  },
});
