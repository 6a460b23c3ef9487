import type { Change } from "../../plan/plan";
import type { Localised } from "../../problems/language";
import { HOLDS_DATA } from "../knowledge/holds-data";
import { GDPR_32 } from "../knowledge/sources";
import { defineRule } from "../rule";

const volume = { size: 10, volume_type: "classic-luks", availability_zone: "par-a" };

export default defineRule({
  id: "LIFE-001",
  severity: "error",
  title: {
    en: "Nothing that holds data is destroyed, replaced or forgotten.",
    fr: "Rien de ce qui contient des données n'est détruit, remplacé ou oublié.",
  },
  why: {
    en: "The data goes with it, or stays where nobody looks after it. `prevent_destroy` protects nothing once its block is removed.",
    fr: "Les données disparaissent avec, ou restent là où personne ne s'en occupe. `prevent_destroy` ne protège plus rien une fois son bloc retiré.",
  },
  fix: {
    en: "Keep the resource under its address (a `moved` block follows a rename), and take back the change that replaces it. To remove data for good, do it apart, once it is backed up.",
    fr: "Gardez la ressource sous son adresse (un bloc `moved` suit un renommage), et annulez le changement qui la remplace. Pour supprimer des données pour de bon, faites-le à part, après sauvegarde.",
  },
  source: GDPR_32,
  resources: HOLDS_DATA,
  judgesDeletion: true,

  check(_resource, { change }) {
    const detail = lossOf(change);
    if (detail === undefined) return "pass";
    const [attribute] = change.replacePaths;
    return { verdict: "fail", detail, ...(attribute !== undefined && { attribute }) };
  },

  examples: {
    pass: [
      { name: "it is created", after: volume },
      { name: "it stays", before: volume, after: volume, actions: ["no-op"] },
      { name: "it grows", before: volume, after: { ...volume, size: 20 } },
    ],
    fail: [
      { name: "its block was removed", leavesOut: "the block", before: volume },
      { name: "it is forgotten", before: volume, actions: ["forget"] },
      {
        name: "it is replaced",
        before: volume,
        after: { ...volume, availability_zone: "par-b" },
        actions: ["delete", "create"],
      },
      {
        name: "a container is deleted",
        type: "openstack_objectstorage_container_v1",
        before: { name: "documents" },
      },
    ],
    unknown: [],
  },
});

function lossOf({ actions, deposed, previousAddress }: Change): Localised | undefined {
  const from = previousAddress ? ` (${previousAddress})` : "";
  if (deposed) return { en: `former object ${deposed} destroyed`, fr: `ancien objet ${deposed} détruit` };
  const again = actions.includes("create");
  if (actions.includes("delete"))
    return again ? { en: `replaced${from}`, fr: `remplacée${from}` } : { en: "destroyed", fr: "détruite" };
  if (!actions.includes("forget")) return undefined;
  return again
    ? { en: `made anew, the former one forgotten${from}`, fr: `recréée, l'ancienne oubliée${from}` }
    : {
        en: "forgotten: it stays, and is billed, outside of any state",
        fr: "oubliée : elle reste, facturée, hors de tout état",
      };
}
