import { UNKNOWN } from "../../plan/plan";
import { isOpenstack } from "../knowledge/provider";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const policy = { authUrls: ["https://auth.cloud.ovh.net/v3"] };

export default defineRule({
  id: "LOC-003",
  severity: "error",
  title: {
    en: "The provider speaks to the target's own Keystone.",
    fr: "Le provider parle au Keystone de la cible.",
  },
  why: {
    en: "Regions have the same names on many clouds: the address says who runs it, and under whose law.",
    fr: "Les régions portent les mêmes noms sur bien des clouds : l'adresse dit qui l'exploite, et sous quel droit.",
  },
  fix: {
    en: "Set `auth_url` to the address that the target gives; a cloud named in `clouds.yaml` cannot be judged.",
    fr: "Donnez à `auth_url` l'adresse indiquée par la cible ; un cloud nommé dans `clouds.yaml` ne peut pas être jugé.",
  },
  resources: ["provider"],

  check(provider, { policy: { authUrls } }) {
    if (authUrls === undefined || !isOpenstack(provider)) return "pass";
    const { auth_url: url } = provider;
    if (isLeftOut(url) || url === UNKNOWN) return { verdict: "unknown", attribute: "auth_url" };
    const verdict = authUrls.map(plain).includes(plain(String(url))) ? "pass" : "fail";
    return { verdict, attribute: "auth_url" };
  },

  examples: {
    pass: [
      { name: "the target's address", policy, after: { auth_url: "https://auth.cloud.ovh.net/v3" } },
      { name: "with a slash", policy, after: { auth_url: "https://AUTH.cloud.ovh.net/v3/" } },
    ],
    fail: [
      { name: "another cloud", policy, after: { auth_url: "https://keystone.example/v3" } },
      { name: "a name that ends alike", policy, after: { auth_url: "https://auth.cloud.ovh.net.example/v3" } },
    ],
    unknown: [
      { name: "a cloud of clouds.yaml", leavesOut: "auth_url", policy, after: { cloud: "ovh" } },
      { name: "a variable", policy, after: { auth_url: UNKNOWN } },
    ],
  },
});

/** Host and scheme know no case; a slash at the end means nothing. */
function plain(url: string): string {
  try {
    return new URL(url).href.replace(/\/+$/, "");
  } catch {
    return url;
  }
}
