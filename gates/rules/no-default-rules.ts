import { UNKNOWN } from "../../plan/plan";
import { defineRule } from "../rule";

export default defineRule({
  id: "NET-005",
  severity: "error",
  title: {
    en: "A security group starts without Neutron's own rules.",
    fr: "Un groupe de sécurité démarre sans les règles de Neutron.",
  },
  why: {
    en: "Neutron puts two rules in a new group, which let everything out over IPv4 and IPv6. The plan does not show them.",
    fr: "Neutron met deux règles dans un nouveau groupe, qui laissent tout sortir en IPv4 et en IPv6. Le plan ne les montre pas.",
  },
  fix: { en: "Set `delete_default_rules = true`.", fr: "Écrivez `delete_default_rules = true`." },
  resources: ["openstack_networking_secgroup_v2"],

  check({ delete_default_rules: removed }) {
    const verdict = removed === true ? "pass" : removed === UNKNOWN ? "unknown" : "fail";
    return { verdict, attribute: "delete_default_rules" };
  },

  examples: {
    pass: [{ name: "they are removed", after: { name: "web", delete_default_rules: true } }],
    fail: [
      { name: "nothing is said", leavesOut: "delete_default_rules", after: { name: "web" } },
      { name: "they are kept", after: { name: "web", delete_default_rules: false } },
    ],
    unknown: [{ name: "known after apply", after: { name: "web", delete_default_rules: UNKNOWN } }],
  },
});
