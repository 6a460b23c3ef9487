import { UNKNOWN } from "../../plan/plan";
import { defineRule, type Verdict } from "../rule";

export default defineRule({
  id: "DATA-005",
  severity: "warning",
  title: {
    en: "A container has a quota in bytes.",
    fr: "Un conteneur a un quota en octets.",
  },
  why: {
    en: "Without one a stolen credential, or a loop in an application, can fill it without end: the bill has no limit, and cannot be estimated.",
    fr: "Sans quota, un identifiant volé ou une boucle dans une application peut le remplir sans fin : la facture n'a pas de limite, et ne peut pas être estimée.",
  },
  fix: {
    en: 'Add `"Quota-Bytes"` to its metadata, for instance 107374182400 for 100 GiB.',
    fr: 'Ajoutez `"Quota-Bytes"` à ses métadonnées, par exemple 107374182400 pour 100 Gio.',
  },
  resources: ["openstack_objectstorage_container_v1"],

  check({ metadata }) {
    return { verdict: judgeQuota(metadata), attribute: "metadata" };
  },

  examples: {
    pass: [
      { name: "100 GiB", after: { name: "documents", metadata: { "Quota-Bytes": "107374182400" } } },
      { name: "headers know no case", after: { name: "documents", metadata: { "quota-bytes": "1000000" } } },
    ],
    fail: [
      { name: "no metadata", leavesOut: "metadata", after: { name: "documents" } },
      { name: "other metadata only", after: { name: "documents", metadata: { insee: "17299" } } },
      { name: "not a number", after: { name: "documents", metadata: { "Quota-Bytes": "100 GiB" } } },
    ],
    unknown: [
      { name: "metadata known after apply", after: { name: "documents", metadata: UNKNOWN } },
      {
        name: "a quota known after apply",
        after: { name: "documents", metadata: { "Quota-Bytes": UNKNOWN } },
        byHand: "the provider of a map with one unknown value makes all of it unknown",
      },
    ],
  },
});

function judgeQuota(metadata: unknown): Verdict {
  if (metadata === UNKNOWN) return "unknown";
  const [, quota] =
    Object.entries(metadata ?? {}).find(([name]) => name.toLowerCase().replace("_", "-") === "quota-bytes") ?? [];
  if (quota === UNKNOWN) return "unknown";
  return /^[1-9]\d*$/.test(String(quota)) ? "pass" : "fail";
}
