import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

export default defineRule({
  id: "IAM-002",
  severity: "error",
  title: {
    en: "No user has a password.",
    fr: "Aucun utilisateur n'a de mot de passe.",
  },
  why: {
    en: "The password stands in clear in the state, has no end, and opens everything that its user may do.",
    fr: "Le mot de passe figure en clair dans l'état, n'expire pas, et ouvre tout ce que son utilisateur peut faire.",
  },
  fix: {
    en: "Let people come through the directory (federation), and machines with application credentials.",
    fr: "Faites venir les personnes par l'annuaire (fédération), et les machines avec des identifiants d'application.",
  },
  resources: ["openstack_identity_user_v3"],

  check({ password }) {
    return isLeftOut(password) ? "pass" : { verdict: "fail", attribute: "password", secret: true };
  },

  examples: {
    pass: [{ name: "no password", leavesOut: "password", after: { name: "ci" } }],
    fail: [{ name: "a password", after: { name: "ci", password: "correct horse" } }],
    unknown: [],
  },
});
