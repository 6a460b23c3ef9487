import { UNKNOWN } from "../../plan/plan";
import { grantedRoles, isAdministrator } from "../knowledge/roles";
import { GDPR_32 } from "../knowledge/sources";
import { defineRule, type Judgement, ref } from "../rule";

const CREDENTIAL = "openstack_identity_application_credential_v3";
const role = (name: string) => ({ type: "openstack_identity_role_v3", name: "given", after: { name } });
const assignment = { user_id: "u", project_id: "p", role_id: ref("openstack_identity_role_v3.given") };

export default defineRule({
  id: "IAM-001",
  severity: "error",
  title: {
    en: "Nobody is made an administrator.",
    fr: "Personne ne devient administrateur.",
  },
  why: {
    en: "On many clouds the `admin` role of one project is the administrator of all of them: every town would be at the mercy of one credential.",
    fr: "Sur bien des clouds, le rôle `admin` d'un projet est administrateur de tous : toutes les communes seraient à la merci d'un seul identifiant.",
  },
  fix: {
    en: "Grant `member`, `reader`, or the role made for the task (`load-balancer_member`, `creator` ...).",
    fr: "Donnez `member`, `reader`, ou le rôle prévu pour la tâche (`load-balancer_member`, `creator`...).",
  },
  source: GDPR_32,
  resources: ["openstack_identity_role_assignment_v3", "openstack_identity_inherit_role_assignment_v3", CREDENTIAL],

  check(resource, context) {
    const { attribute, roles } = grantedRoles(resource, context);
    if (roles === UNKNOWN) return { verdict: "unknown", attribute };
    const { roles: allowed = [] } = context.policy;
    return roles.map(({ name, id }): Judgement => {
      const known = name ?? id ?? "";
      if (isAdministrator(known)) return { verdict: "fail", attribute };
      const told = name !== undefined || allowed.includes(known);
      return { verdict: told ? "pass" : "unknown", attribute };
    });
  },

  examples: {
    pass: [
      { name: "a member", after: assignment, with: [role("member")] },
      {
        name: "an id that the policy allows",
        policy: { roles: ["5f0c7c1e"] },
        after: { ...assignment, role_id: "5f0c7c1e" },
      },
      { name: "a credential with the roles of its owner", leavesOut: "roles", type: CREDENTIAL, after: { name: "ci" } },
    ],
    fail: [
      { name: "an administrator", after: assignment, with: [role("admin")] },
      {
        name: "a credential for an administrator",
        type: CREDENTIAL,
        after: { name: "ci", roles: ["reader", "admin"] },
      },
    ],
    unknown: [{ name: "an id that nobody knows", after: { ...assignment, role_id: "5f0c7c1e" } }],
  },
});
