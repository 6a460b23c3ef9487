import { UNKNOWN } from "../../plan/plan";
import { defineRule } from "../rule";

export default defineRule({
  id: "IAM-003",
  severity: "error",
  title: {
    en: "No application credential is unrestricted.",
    fr: "Aucun identifiant d'application n'est sans restriction.",
  },
  why: {
    en: "An unrestricted one makes more credentials: whoever steals it stays in after it is revoked.",
    fr: "Sans restriction, il crée d'autres identifiants : qui le vole reste dans la place après sa révocation.",
  },
  fix: { en: "Remove `unrestricted`.", fr: "Retirez `unrestricted`." },
  resources: ["openstack_identity_application_credential_v3"],

  check({ unrestricted }) {
    if (unrestricted === UNKNOWN) return { verdict: "unknown", attribute: "unrestricted" };
    return unrestricted === true ? { verdict: "fail", attribute: "unrestricted" } : "pass";
  },

  examples: {
    pass: [
      { name: "nothing is said", leavesOut: "unrestricted", after: { name: "ci" } },
      { name: "it is restricted", after: { name: "ci", unrestricted: false } },
    ],
    fail: [{ name: "it is unrestricted", after: { name: "ci", unrestricted: true } }],
    unknown: [{ name: "known after apply", after: { name: "ci", unrestricted: UNKNOWN } }],
  },
});
