import { UNKNOWN } from "../../plan/plan";
import { isOpenstack } from "../knowledge/provider";
import { isLeftOut } from "../knowledge/values";
import { defineRule, type Judgement, type Verdict } from "../rule";

const auth_url = "https://keystone.example/v3";

export default defineRule({
  id: "SEC-004",
  severity: "error",
  title: {
    en: "The provider checks whom it speaks to, and speaks TLS.",
    fr: "Le provider vérifie à qui il parle, et parle en TLS.",
  },
  why: {
    en: "The administrator's credential travels on that line: who listens, or answers instead of the target, has it.",
    fr: "L'identifiant de l'administrateur passe par cette ligne : qui écoute, ou répond à la place de la cible, l'obtient.",
  },
  fix: {
    en: "Use `https://`, remove `insecure`, and give the target's own authority in `cacert_file`.",
    fr: "Utilisez `https://`, retirez `insecure`, et donnez l'autorité de la cible dans `cacert_file`.",
  },
  resources: ["provider"],

  check(provider) {
    if (!isOpenstack(provider)) return "pass";
    const { insecure, auth_url: url, endpoint_overrides: overrides } = provider;
    const judgements: Judgement[] = [
      { verdict: insecure === UNKNOWN ? "unknown" : insecure === true ? "fail" : "pass", attribute: "insecure" },
      { verdict: judgeUrl(url), attribute: "auth_url" },
    ];
    for (const [name, one] of Object.entries(overrides ?? {}))
      judgements.push({ verdict: judgeUrl(one), attribute: `endpoint_overrides.${name}` });
    return judgements;
  },

  examples: {
    pass: [{ name: "TLS, checked", leavesOut: "insecure", after: { auth_url } }],
    fail: [
      { name: "TLS, not checked", after: { auth_url, insecure: true } },
      { name: "in clear", after: { auth_url: "http://keystone.example:5000/v3" } },
      {
        name: "one service in clear",
        after: { auth_url, endpoint_overrides: { network: "http://neutron.example:9696/" } },
      },
    ],
    unknown: [{ name: "a variable", after: { auth_url, insecure: UNKNOWN } }],
  },
});

/** What stays on the machine needs no TLS; an address that is left out is judged by another rule. */
function judgeUrl(url: unknown): Verdict {
  if (isLeftOut(url)) return "pass";
  if (url === UNKNOWN) return "unknown";
  const text = String(url).toLowerCase();
  return /^https:/.test(text) || /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/.test(text) ? "pass" : "fail";
}
