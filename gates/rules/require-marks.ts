import { type Attributes, UNKNOWN } from "../../plan/plan";
import { CARRIES_MARKS } from "../knowledge/marked";
import { defineRule } from "../rule";

const policy = { marks: ["insee", "managed-by"] };
const network = "openstack_networking_network_v2";
const tags = ["insee=17299", "managed-by=beffroi"];
const metadata = { insee: "17299", "managed-by": "beffroi" };

export default defineRule({
  id: "TAG-001",
  severity: "error",
  title: {
    en: "Every resource that can be marked carries the required marks.",
    fr: "Chaque ressource qui peut être marquée porte les marques exigées.",
  },
  why: {
    en: "Without them nobody can tell whose it is: it cannot be billed to a town, listed for the DPO, or removed when the town leaves.",
    fr: "Sans elles, personne ne sait à qui elle est : on ne peut ni la refacturer à une commune, ni la lister pour le DPO, ni la retirer quand la commune part.",
  },
  fix: {
    en: "Add the missing marks: as `key=value` in `tags`, or as `metadata` where there are no tags.",
    fr: "Ajoutez les marques manquantes : sous la forme `clé=valeur` dans `tags`, ou dans `metadata` là où il n'y a pas de tags.",
  },
  resources: Object.keys(CARRIES_MARKS),

  check(resource, { policy: { marks = [] }, change }) {
    const where = CARRIES_MARKS[change.type] ?? [];
    const [first = "tags"] = where;
    const attribute = where.find((one) => resource[one] !== undefined && resource[one] !== null) ?? first;
    const carried = where.flatMap((one) => marksIn(resource, one));
    const missing = marks.filter((mark) => !carried.includes(mark.toLowerCase()));
    if (missing.length === 0) return "pass";
    const detail = { en: `missing: ${missing.join(", ")}`, fr: `manque : ${missing.join(", ")}` };
    return { verdict: carried.includes(UNKNOWN) ? "unknown" : "fail", attribute, detail };
  },

  examples: {
    pass: [
      { name: "tags", policy, type: network, after: { name: "n", tags } },
      { name: "metadata of a volume", policy, type: "openstack_blockstorage_volume_v3", after: { size: 1, metadata } },
      {
        name: "metadata of a host",
        policy,
        type: "openstack_compute_instance_v2",
        after: { name: "host", flavor_id: "f", image_id: "i", metadata },
      },
      {
        name: "headers know no case",
        policy,
        type: "openstack_objectstorage_container_v1",
        after: { name: "c", metadata: { Insee: "17299", "Managed-By": "beffroi" } },
      },
      { name: "none is asked for", type: network, after: { name: "n" } },
    ],
    fail: [
      { name: "no tags", leavesOut: "tags", policy, type: network, after: { name: "n" } },
      { name: "one is missing", policy, type: network, after: { name: "n", tags: ["insee=17299"] } },
      {
        name: "a mark without a value",
        policy,
        type: network,
        after: { name: "n", tags: ["insee=", "managed-by=beffroi"] },
      },
      {
        name: "a volume without metadata",
        leavesOut: "metadata",
        policy,
        type: "openstack_blockstorage_volume_v3",
        after: { size: 1 },
      },
    ],
    unknown: [{ name: "known after apply", policy, type: network, after: { name: "n", tags: UNKNOWN } }],
  },
});

/** Keys of the marks that have a value, in lower case; {@link UNKNOWN} among them if some are not known. */
function marksIn(resource: Attributes, where: "tags" | "metadata"): (string | typeof UNKNOWN)[] {
  const marks = resource[where];
  if (marks === UNKNOWN) return [UNKNOWN];
  if (where === "metadata")
    return Object.entries(marks ?? {}).flatMap(([key, value]) => (value === "" ? [] : [key.toLowerCase()]));
  return (Array.isArray(marks) ? marks : []).flatMap((tag): (string | typeof UNKNOWN)[] => {
    if (tag === UNKNOWN) return [UNKNOWN];
    const [key = "", value = ""] = String(tag).split(/=(.*)/s);
    return value === "" ? [] : [key.toLowerCase()];
  });
}
