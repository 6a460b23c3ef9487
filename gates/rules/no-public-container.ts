import { UNKNOWN } from "../../plan/plan";
import { GDPR_32 } from "../knowledge/sources";
import { isLeftOut } from "../knowledge/values";
import { defineRule, type Judgement } from "../rule";

/** Swift checks nothing but the Referer header, which anybody can write. */
const BY_REFERER = /(?:^|,)\s*\.r(?:ef(?:err?er)?)?:(?!-)/i;

export default defineRule({
  id: "DATA-002",
  severity: "error",
  title: {
    en: "No container can be read or written without an account.",
    fr: "Aucun conteneur ne peut être lu ou écrit sans compte.",
  },
  why: {
    en: "`.r:*` publishes every object to whoever knows or guesses its address; `.r:site.fr` only trusts a header that anybody can forge.",
    fr: "`.r:*` publie chaque objet à qui connaît ou devine son adresse ; `.r:site.fr` se fie à un en-tête que n'importe qui peut forger.",
  },
  fix: {
    en: "Remove it from the list, and publish through the site or by short-lived signed links.",
    fr: "Retirez-le de la liste, et publiez par le site ou par des liens signés de courte durée.",
  },
  source: GDPR_32,
  resources: ["openstack_objectstorage_container_v1"],

  check: (resource) =>
    ["container_read", "container_write"].map((attribute): Judgement => {
      const list = resource[attribute];
      if (list === UNKNOWN) return { verdict: "unknown", attribute };
      return { verdict: !isLeftOut(list) && BY_REFERER.test(String(list)) ? "fail" : "pass", attribute };
    }),

  examples: {
    pass: [
      { name: "no list", leavesOut: "container_read", after: { name: "documents" } },
      { name: "one project", after: { name: "documents", container_read: "5f0c7c1e:*" } },
      { name: "everyone refused", after: { name: "documents", container_read: ".r:-*" } },
    ],
    fail: [
      { name: "everyone", after: { name: "documents", container_read: ".r:*,.rlistings" } },
      {
        name: "one site, by a header",
        after: { name: "documents", container_read: "5f0c7c1e:*, .referrer:mairie.fr" },
      },
      { name: "everyone may write", after: { name: "documents", container_write: ".r:*" } },
    ],
    unknown: [{ name: "known after apply", after: { name: "documents", container_read: UNKNOWN } }],
  },
});
