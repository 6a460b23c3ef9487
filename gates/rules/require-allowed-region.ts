import { UNKNOWN } from "../../plan/plan";
import { isPlaceless } from "../knowledge/placeless";
import { PUBLIC_ARCHIVES } from "../knowledge/sources";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const policy = { regions: ["GRA11", "SBG7"] };
const network = "openstack_networking_network_v2";

export default defineRule({
  id: "LOC-001",
  severity: "error",
  title: {
    en: "Every resource stands in an allowed region.",
    fr: "Chaque ressource est dans une région autorisée.",
  },
  why: {
    en: "What a town produces is public archives: it stays on French territory. Another region may be another country, under another law.",
    fr: "Ce que produit une commune relève des archives publiques : cela reste sur le territoire français. Une autre région peut être un autre pays, sous un autre droit.",
  },
  fix: {
    en: "Set `region`, on the resource or on its provider block, to a region of the target.",
    fr: "Donnez à `region`, sur la ressource ou sur son bloc provider, une région de la cible.",
  },
  source: PUBLIC_ARCHIVES,
  resources: ["*"],

  check({ region }, { plan, policy: { regions }, change }) {
    if (regions === undefined || isPlaceless(change.type)) return "pass";
    const inherited = plan.providers[change.provider ?? ""]?.arguments.region;
    const where = isLeftOut(region) ? inherited : region;
    if (isLeftOut(where) || where === UNKNOWN) return { verdict: "unknown", attribute: "region" };
    const verdict = regions.includes(String(where)) ? "pass" : "fail";
    const detail = { en: `the provider's region: ${where}`, fr: `la région du provider : ${where}` };
    return { verdict, attribute: "region", ...(isLeftOut(region) && { detail }) };
  },

  examples: {
    pass: [
      { name: "an allowed region", policy, type: network, after: { name: "n", region: "SBG7" } },
      {
        name: "the provider's region",
        leavesOut: "region",
        policy,
        type: network,
        provider: { region: "GRA11" },
        after: { name: "n" },
      },
      { name: "any region, when none is laid down", type: network, after: { name: "n", region: "BHS5" } },
    ],
    fail: [
      { name: "another region", policy, type: network, after: { name: "n", region: "BHS5" } },
      { name: "a provider elsewhere", policy, type: network, provider: { region: "UK1" }, after: { name: "n" } },
      {
        name: "its own region wins",
        policy,
        type: network,
        provider: { region: "GRA11" },
        after: { name: "n", region: "UK1" },
      },
    ],
    unknown: [
      { name: "neither says it", leavesOut: "region", policy, type: network, after: { name: "n" } },
      { name: "known after apply", policy, type: network, after: { name: "n", region: UNKNOWN } },
    ],
  },
});
