import { UNKNOWN } from "../../plan/plan";
import { defineRule } from "../rule";

const volume = (size: unknown) => ({ name: "data", size });

export default defineRule({
  id: "LIFE-002",
  severity: "error",
  title: {
    en: "Nothing that holds data shrinks.",
    fr: "Rien de ce qui contient des données ne rétrécit.",
  },
  why: {
    en: "No block storage shrinks in place: the apply stops half-way, or the volume is made anew and empty.",
    fr: "Aucun stockage en blocs ne rétrécit sur place : l'application s'arrête à mi-chemin, ou le volume est recréé, vide.",
  },
  fix: {
    en: "Keep the former size. To save money, make a smaller volume, copy the data, and remove the first one apart.",
    fr: "Gardez l'ancienne taille. Pour économiser, créez un volume plus petit, copiez les données, et supprimez l'ancien à part.",
  },
  resources: ["openstack_blockstorage_volume_v3", "openstack_sharedfilesystem_share_v2", "openstack_db_instance_v1"],

  check({ size }, { change: { before } }) {
    const former = before?.size;
    if (typeof former !== "number") return "pass";
    if (typeof size !== "number") return { verdict: "unknown", attribute: "size" };
    const detail = { en: `${former} GiB before`, fr: `${former} Gio auparavant` };
    return size < former ? { verdict: "fail", attribute: "size", detail } : "pass";
  },

  examples: {
    pass: [
      { name: "it grows", before: volume(10), after: volume(20) },
      { name: "it is new", after: volume(5) },
    ],
    fail: [{ name: "it shrinks", before: volume(20), after: volume(10) }],
    unknown: [
      { name: "a size known after apply", before: volume(20), after: volume(UNKNOWN) },
      {
        name: "no size",
        leavesOut: "size",
        before: volume(20),
        after: { name: "data" },
        byHand: "the provider refuses a volume without `size`",
      },
    ],
  },
});
