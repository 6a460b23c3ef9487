import { UNKNOWN } from "../../plan/plan";
import { defineRule } from "../rule";

/** One day, in seconds. */
const LONGEST = 86_400;
const link = { container: "documents", object: "acte.pdf" };

export default defineRule({
  id: "DATA-008",
  severity: "error",
  title: {
    en: "A signed link dies within a day.",
    fr: "Un lien signé expire en une journée au plus.",
  },
  why: {
    en: "Whoever has the link has the document: it travels in mails and logs, and cannot be taken back.",
    fr: "Qui a le lien a le document : il voyage dans des courriels et des journaux, et ne peut pas être repris.",
  },
  fix: { en: "Set `ttl` to 86400 seconds or less.", fr: "Donnez à `ttl` 86400 secondes ou moins." },
  resources: ["openstack_objectstorage_tempurl_v1"],

  check({ ttl }) {
    if (ttl === UNKNOWN) return { verdict: "unknown", attribute: "ttl" };
    return { verdict: Number(ttl) <= LONGEST ? "pass" : "fail", attribute: "ttl" };
  },

  examples: {
    pass: [{ name: "an hour", after: { ...link, ttl: 3600 } }],
    fail: [
      { name: "a year", after: { ...link, ttl: 31_536_000 } },
      { name: "no end", leavesOut: "ttl", after: link, byHand: "the provider refuses a link without `ttl`" },
    ],
    unknown: [{ name: "known after apply", after: { ...link, ttl: UNKNOWN } }],
  },
});
