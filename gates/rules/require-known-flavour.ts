import { UNKNOWN } from "../../plan/plan";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const policy = { flavours: { "5f0c7c1e": { vcpus: 2, ramMiB: 8192, diskGiB: 50 } } };
const host = { name: "host", image_id: "i" };

export default defineRule({
  id: "QUAL-003",
  severity: "error",
  title: {
    en: "A host has a flavour that the target's facts list.",
    fr: "Une machine a un gabarit qui figure dans le relevé de la cible.",
  },
  why: {
    en: "Another flavour has no known size and no known price: neither the quota nor the bill can be told.",
    fr: "Un autre gabarit n'a ni taille ni prix connus : on ne peut prévoir ni le quota ni la facture.",
  },
  fix: {
    en: "Set `flavor_id` to an id of the facts.",
    fr: "Donnez à `flavor_id` un identifiant du relevé.",
  },
  resources: ["openstack_compute_instance_v2"],

  check({ flavor_id: id }, { policy: { flavours } }) {
    if (flavours === undefined) return "pass";
    // A flavour by its name alone gets its id from the target, at apply.
    if (id === UNKNOWN || isLeftOut(id)) return { verdict: "unknown", attribute: "flavor_id" };
    return { verdict: Object.hasOwn(flavours, String(id)) ? "pass" : "fail", attribute: "flavor_id" };
  },

  examples: {
    pass: [
      { name: "a flavour of the facts", policy, after: { ...host, flavor_id: "5f0c7c1e" } },
      { name: "nothing is laid down", after: { ...host, flavor_id: "0badc0de" } },
    ],
    fail: [{ name: "another flavour", policy, after: { ...host, flavor_id: "0badc0de" } }],
    unknown: [
      { name: "a name", leavesOut: "flavor_id", policy, after: { ...host, flavor_name: "b3-8" } },
      { name: "known after apply", policy, after: { ...host, flavor_id: UNKNOWN } },
    ],
  },
});
