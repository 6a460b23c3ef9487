import { UNKNOWN } from "../../plan/plan";
import { GDPR_32 } from "../knowledge/sources";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const legacy = [{ type: "versions", location: "old" }];

export default defineRule({
  id: "DATA-004",
  severity: "warning",
  title: {
    en: "A container keeps what is overwritten or deleted.",
    fr: "Un conteneur garde ce qui est écrasé ou supprimé.",
  },
  why: {
    en: "Without versions one wrong script loses every document since the last backup. Versions are no backup: who may write can destroy them.",
    fr: "Sans versions, un script mal écrit perd tous les documents depuis la dernière sauvegarde. Les versions ne sont pas une sauvegarde : qui peut écrire peut les détruire.",
  },
  fix: {
    en: "Set `versioning = true`; where the target has none (Ceph's Swift), back up more often and waive this.",
    fr: "Écrivez `versioning = true` ; si la cible n'en a pas (le Swift de Ceph), sauvegardez plus souvent et dérogez à ce contrôle.",
  },
  source: GDPR_32,
  resources: ["openstack_objectstorage_container_v1"],

  check({ versioning, versioning_legacy: old }) {
    if (versioning === true || (old !== UNKNOWN && !isLeftOut(old))) return "pass";
    const verdict = versioning === UNKNOWN || old === UNKNOWN ? "unknown" : "fail";
    return { verdict, attribute: "versioning" };
  },

  examples: {
    pass: [
      { name: "versions are on", after: { name: "documents", versioning: true } },
      { name: "versions in another container", after: { name: "documents", versioning_legacy: legacy } },
    ],
    fail: [
      { name: "nothing is said", leavesOut: "versioning", after: { name: "documents" } },
      { name: "versions are off", after: { name: "documents", versioning: false } },
    ],
    unknown: [{ name: "known after apply", after: { name: "documents", versioning: UNKNOWN } }],
  },
});
