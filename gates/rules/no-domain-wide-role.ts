import { UNKNOWN } from "../../plan/plan";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const role = { user_id: "u", role_id: "r" };

export default defineRule({
  id: "IAM-006",
  severity: "error",
  title: {
    en: "No role is granted over a whole domain.",
    fr: "Aucun rôle n'est donné sur tout un domaine.",
  },
  why: {
    en: "A domain holds the projects of many towns: one stolen credential would reach all of them.",
    fr: "Un domaine contient les projets de nombreuses communes : un identifiant volé les atteindrait toutes.",
  },
  fix: {
    en: "Grant it on one project (`project_id`).",
    fr: "Donnez-le sur un seul projet (`project_id`).",
  },
  resources: ["openstack_identity_role_assignment_v3", "openstack_identity_inherit_role_assignment_v3"],

  check({ domain_id: domain }) {
    if (isLeftOut(domain)) return "pass";
    return { verdict: domain === UNKNOWN ? "unknown" : "fail", attribute: "domain_id" };
  },

  examples: {
    pass: [{ name: "on one project", leavesOut: "domain_id", after: { ...role, project_id: "p" } }],
    fail: [
      { name: "on a domain", after: { ...role, domain_id: "default" } },
      {
        name: "on all projects of a domain",
        type: "openstack_identity_inherit_role_assignment_v3",
        after: { ...role, domain_id: "default" },
      },
    ],
    unknown: [{ name: "known after apply", after: { ...role, domain_id: UNKNOWN } }],
  },
});
