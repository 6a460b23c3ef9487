import { UNKNOWN } from "../../plan/plan";
import { defineRule, type Judgement } from "../rule";

const RBAC = "openstack_networking_rbac_policy_v2";
const rbac = { action: "access_as_shared", object_type: "network", object_id: "n" };

export default defineRule({
  id: "NET-014",
  severity: "error",
  title: {
    en: "No network of a town is shared with every project, or made external.",
    fr: "Aucun réseau d'une commune n'est partagé avec tous les projets, ni rendu externe.",
  },
  why: {
    en: "Any customer of the target could plug a machine into it.",
    fr: "N'importe quel client de la cible pourrait y brancher une machine.",
  },
  fix: {
    en: "Remove `shared` and `external`; share with one project by an RBAC policy that names it (`target_tenant`).",
    fr: "Retirez `shared` et `external` ; partagez avec un seul projet par une politique RBAC qui le nomme (`target_tenant`).",
  },
  resources: [
    "openstack_networking_network_v2",
    "openstack_networking_subnetpool_v2",
    "openstack_networking_addressscope_v2",
    RBAC,
  ],

  check(resource, { change }) {
    if (change.type === RBAC) {
      const { target_tenant: target } = resource;
      if (target === UNKNOWN) return { verdict: "unknown", attribute: "target_tenant" };
      return { verdict: target === "*" ? "fail" : "pass", attribute: "target_tenant" };
    }
    return ["shared", "external"].map((attribute): Judgement => ({ verdict: opening(resource[attribute]), attribute }));
  },

  examples: {
    pass: [
      { name: "nothing is said", leavesOut: "shared", after: { name: "data" } },
      { name: "shared with one project", type: RBAC, after: { ...rbac, target_tenant: "5f0c7c1e" } },
    ],
    fail: [
      { name: "a shared network", after: { name: "data", shared: true } },
      { name: "an external network", after: { name: "data", external: true } },
      { name: "shared with every project", type: RBAC, after: { ...rbac, target_tenant: "*" } },
    ],
    unknown: [{ name: "known after apply", after: { name: "data", shared: UNKNOWN } }],
  },
});

function opening(value: unknown): Judgement["verdict"] {
  if (value === UNKNOWN) return "unknown";
  return value === true ? "fail" : "pass";
}
