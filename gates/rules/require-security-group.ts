import { UNKNOWN } from "../../plan/plan";
import { resourcesNamed } from "../../plan/references";
import { blocksOf, isLeftOut } from "../knowledge/values";
import { defineRule, type Judgement, type RuleContext, ref } from "../rule";

const HOST = "openstack_compute_instance_v2";
const host = { name: "host", flavor_id: "f", image_id: "i" };
const group = { type: "openstack_networking_secgroup_v2", name: "web", after: { name: "web" } };

export default defineRule({
  id: "NET-007",
  severity: "error",
  title: {
    en: "A port names its security groups.",
    fr: "Un port nomme ses groupes de sécurité.",
  },
  why: {
    en: "Without any, Neutron takes the project's `default` group: everything may leave, and every machine of that group may enter.",
    fr: "Sans cela, Neutron prend le groupe `default` du projet : tout peut sortir, et toute machine de ce groupe peut entrer.",
  },
  fix: {
    en: "Name the groups in `security_group_ids`, or close the port with `no_security_groups = true`.",
    fr: "Nommez les groupes dans `security_group_ids`, ou fermez le port avec `no_security_groups = true`.",
  },
  resources: ["openstack_networking_port_v2", HOST],

  check(resource, context) {
    if (context.change.type !== HOST) {
      if (resource.no_security_groups === true || resource.port_security_enabled === false) return "pass";
      return judged(resource.security_group_ids, "security_group_ids", context);
    }
    const networks = blocksOf(resource.network);
    if (networks === UNKNOWN) return { verdict: "unknown", attribute: "network" };
    // A port has groups of its own; only a plug made by Nova takes those of the host.
    if (networks.length > 0 && networks.every(({ port }) => !isLeftOut(port))) return "pass";
    return judged(resource.security_groups, "security_groups", context);
  },

  examples: {
    pass: [
      { name: "one group", after: { network_id: "n", security_group_ids: ["5f0c7c1e"] } },
      {
        name: "a group of the same plan",
        after: { network_id: "n", security_group_ids: [ref("openstack_networking_secgroup_v2.web")] },
        with: [group],
      },
      { name: "closed to everyone", after: { network_id: "n", no_security_groups: true } },
      { name: "a host on a port", type: HOST, after: { ...host, network: [{ port: "5f0c7c1e" }] } },
      {
        name: "a host with a group",
        type: HOST,
        after: { ...host, network: [{ uuid: "n" }], security_groups: ["web"] },
      },
    ],
    fail: [
      { name: "no group is named", leavesOut: "security_group_ids", after: { network_id: "n" } },
      { name: "a host on a network, without a group", type: HOST, after: { ...host, network: [{ uuid: "n" }] } },
    ],
    unknown: [{ name: "known after apply", after: { network_id: "n", security_group_ids: UNKNOWN } }],
  },
});

function judged(groups: unknown, attribute: string, { plan, change }: RuleContext): Judgement {
  if (isLeftOut(groups)) return { verdict: "fail", attribute };
  const unknown = groups === UNKNOWN || (Array.isArray(groups) && groups.every((one) => one === UNKNOWN));
  if (!unknown) return { verdict: "pass", attribute };
  const named = resourcesNamed(plan, change, change.written?.[attribute]);
  const sure = named.some((address) => address.includes("openstack_networking_secgroup_v2."));
  return { verdict: sure ? "pass" : "unknown", attribute };
}
