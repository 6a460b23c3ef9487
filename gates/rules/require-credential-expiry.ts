import { UNKNOWN } from "../../plan/plan";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const DAY = 86_400_000;
const policy = { credentialDays: 90 };
const today = "2026-11-24";
const until = (end: unknown) => ({ name: "ci", expires_at: end });

export default defineRule({
  id: "IAM-004",
  severity: "error",
  title: {
    en: "An application credential expires, in due time.",
    fr: "Un identifiant d'application expire, dans les délais.",
  },
  why: {
    en: "A credential that was copied into a laptop or a log goes on working for years if nothing ends it.",
    fr: "Un identifiant copié sur un poste ou dans un journal fonctionne encore des années si rien ne l'arrête.",
  },
  fix: {
    en: "Set `expires_at`, such as `2027-02-01T00:00:00Z`, and plan its renewal.",
    fr: "Écrivez `expires_at`, par exemple `2027-02-01T00:00:00Z`, et prévoyez son renouvellement.",
  },
  resources: ["openstack_identity_application_credential_v3"],

  check({ expires_at: end }, { policy: { credentialDays: most }, today: now }) {
    const attribute = "expires_at";
    if (isLeftOut(end)) return { verdict: "fail", attribute };
    const expiry = end === UNKNOWN ? Number.NaN : Date.parse(String(end));
    if (Number.isNaN(expiry)) return { verdict: "unknown", attribute };
    if (most === undefined) return "pass";
    if (now === undefined) return { verdict: "unknown", attribute };
    const days = Math.floor((expiry - Date.parse(now)) / DAY);
    if (days <= most) return "pass";
    const detail = { en: `in ${days} days, ${most} at most`, fr: `dans ${days} jours, ${most} au plus` };
    return { verdict: "fail", attribute, detail };
  },

  examples: {
    pass: [
      { name: "an end", after: until("2027-02-01T00:00:00Z") },
      { name: "an end in due time", policy, today, after: until("2027-02-01T00:00:00Z") },
    ],
    fail: [
      { name: "no end", leavesOut: "expires_at", after: { name: "ci" } },
      { name: "too far", policy, today, after: until("2031-01-01T00:00:00Z") },
    ],
    unknown: [
      { name: "known after apply", after: until(UNKNOWN) },
      { name: "the day of the plan is not known", policy, after: until("2027-02-01T00:00:00Z") },
    ],
  },
});
