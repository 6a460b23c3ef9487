import { UNKNOWN } from "../../plan/plan";
import { defineRule } from "../rule";

export default defineRule({
  id: "LIFE-003",
  severity: "error",
  title: {
    en: "No container may be emptied by its own deletion.",
    fr: "Aucun conteneur ne peut être vidé par sa propre suppression.",
  },
  why: {
    en: "With `force_destroy` the deletion of the container deletes all documents first; without it, Swift refuses to delete a container that holds any.",
    fr: "Avec `force_destroy`, la suppression du conteneur efface d'abord tous les documents ; sans lui, Swift refuse de supprimer un conteneur qui en contient.",
  },
  fix: { en: "Remove `force_destroy`.", fr: "Retirez `force_destroy`." },
  resources: ["openstack_objectstorage_container_v1"],

  check({ force_destroy: force }) {
    if (force === UNKNOWN) return { verdict: "unknown", attribute: "force_destroy" };
    return force === true ? { verdict: "fail", attribute: "force_destroy" } : "pass";
  },

  examples: {
    pass: [
      { name: "nothing is said", leavesOut: "force_destroy", after: { name: "documents" } },
      { name: "it is refused", after: { name: "documents", force_destroy: false } },
    ],
    fail: [{ name: "it is asked for", after: { name: "documents", force_destroy: true } }],
    unknown: [{ name: "known after apply", after: { name: "documents", force_destroy: UNKNOWN } }],
  },
});
