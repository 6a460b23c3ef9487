import { UNKNOWN } from "../../plan/plan";
import { grantedRoles } from "../knowledge/roles";
import { defineRule, type Judgement, ref } from "../rule";

const policy = { roles: ["member", "5f0c7c1e"] };
const assignment = { user_id: "u", project_id: "p" };
const named = (name: string) => ({ type: "openstack_identity_role_v3", name: "given", after: { name } });

export default defineRule({
  id: "IAM-007",
  severity: "error",
  title: {
    en: "Only roles that the target knows, and the policy allows, are granted.",
    fr: "Seuls sont donnés des rôles que la cible connaît et que la politique permet.",
  },
  why: {
    en: "A role that does not exist fails in the middle of the apply; one that nobody has looked at may do more than its name says.",
    fr: "Un rôle qui n'existe pas échoue au milieu de l'application ; un rôle que personne n'a examiné peut faire plus que ce que dit son nom.",
  },
  fix: {
    en: "Take a role of the policy, or add this one to it once somebody has read what it may do.",
    fr: "Prenez un rôle de la politique, ou ajoutez-y celui-ci une fois que quelqu'un a lu ce qu'il permet.",
  },
  resources: [
    "openstack_identity_role_assignment_v3",
    "openstack_identity_inherit_role_assignment_v3",
    "openstack_identity_application_credential_v3",
  ],

  check(resource, context) {
    const { roles: allowed } = context.policy;
    if (allowed === undefined) return "pass";
    const { attribute, roles } = grantedRoles(resource, context);
    if (roles === UNKNOWN) return { verdict: "unknown", attribute };
    return roles.map(({ name, id }): Judgement => {
      if (name === undefined && id === undefined) return { verdict: "unknown", attribute };
      const known = [name, id].some((one) => one !== undefined && allowed.includes(one));
      return { verdict: known ? "pass" : "fail", attribute };
    });
  },

  examples: {
    pass: [
      { name: "an id of the policy", policy, after: { ...assignment, role_id: "5f0c7c1e" } },
      {
        name: "a role of its name",
        policy,
        after: { ...assignment, role_id: ref("openstack_identity_role_v3.given") },
        with: [named("member")],
      },
      { name: "nothing is laid down", leavesOut: "policy.roles", after: { ...assignment, role_id: "0badc0de" } },
    ],
    fail: [
      { name: "another id", policy, after: { ...assignment, role_id: "0badc0de" } },
      {
        name: "another name",
        policy,
        after: { ...assignment, role_id: ref("openstack_identity_role_v3.given") },
        with: [named("heat_stack_owner")],
      },
    ],
    unknown: [{ name: "known after apply", policy, after: { ...assignment, role_id: UNKNOWN } }],
  },
});
