import { type Attributes, UNKNOWN } from "../../plan/plan";
import { OVH_MULTIATTACH } from "../knowledge/sources";
import { blocksOf, isLeftOut } from "../knowledge/values";
import { defineRule, type Judgement, type Verdict } from "../rule";

const HOST = "openstack_compute_instance_v2";
const policy = { encryptedVolumeTypes: ["classic-luks"] };
const device = { source_type: "image", uuid: "i", destination_type: "volume", volume_size: 20, boot_index: 0 };
const host = (block: object) => ({ name: "host", flavor_id: "f", block_device: [block] });

export default defineRule({
  id: "DATA-001",
  severity: "error",
  title: {
    en: "Every volume has an explicit, encrypted type.",
    fr: "Chaque volume a un type explicite et chiffré.",
  },
  why: {
    en: "A disk that leaves the data centre must be unreadable. Left out, the target chooses the type, and its default is often not encrypted.",
    fr: "Un disque qui sort du centre de données doit être illisible. Sans type écrit, la cible choisit, et son choix par défaut n'est souvent pas chiffré.",
  },
  fix: {
    en: "Set `volume_type` to one of the target's encrypted types. A volume that exists cannot be encrypted in place: make a new one and copy the data.",
    fr: "Donnez à `volume_type` un des types chiffrés de la cible. Un volume existant ne se chiffre pas sur place : créez-en un nouveau et copiez les données.",
  },
  source: OVH_MULTIATTACH,
  resources: ["openstack_blockstorage_volume_v3", HOST, "openstack_db_instance_v1"],

  check(resource, { policy: { encryptedVolumeTypes: encrypted }, change }) {
    if (change.type !== HOST) return { verdict: judgeType(resource.volume_type, encrypted), attribute: "volume_type" };
    const devices = blocksOf(resource.block_device);
    if (devices === UNKNOWN) return { verdict: "unknown", attribute: "block_device" };
    return devices.map((block, index): Judgement => {
      const made = makesVolume(block);
      const verdict = made === "yes" ? judgeType(block.volume_type, encrypted) : made === "no" ? "pass" : "unknown";
      return { verdict, attribute: `block_device.${index}.volume_type` };
    });
  },

  examples: {
    pass: [
      { name: "an encrypted type", policy, after: { size: 10, volume_type: "classic-luks" } },
      {
        name: "a host that starts from one",
        policy,
        type: HOST,
        after: host({ ...device, volume_type: "classic-luks" }),
      },
      {
        name: "a host that starts from a volume that exists",
        policy,
        type: HOST,
        after: host({ source_type: "volume", uuid: "v", destination_type: "volume", boot_index: 0 }),
      },
      { name: "a host on its local disk", policy, type: HOST, after: { name: "host", flavor_id: "f", image_id: "i" } },
    ],
    fail: [
      { name: "no type", leavesOut: "volume_type", policy, after: { size: 10 } },
      { name: "no type, on any target", leavesOut: "volume_type", after: { size: 10 } },
      { name: "a type that is not encrypted", policy, after: { size: 10, volume_type: "classic" } },
      {
        name: "a host that starts from a volume of no type",
        leavesOut: "volume_type",
        policy,
        type: HOST,
        after: host(device),
      },
    ],
    unknown: [
      { name: "known after apply", policy, after: { size: 10, volume_type: UNKNOWN } },
      { name: "a type of a target that is not known", after: { size: 10, volume_type: "classic-luks" } },
    ],
  },
});

function judgeType(type: unknown, encrypted: readonly string[] | undefined): Verdict {
  if (isLeftOut(type)) return "fail";
  if (type === UNKNOWN || encrypted === undefined) return "unknown";
  return encrypted.includes(String(type)) ? "pass" : "fail";
}

/** Whether Nova makes a volume for a block device; one that exists already is judged where it is made. */
function makesVolume({ source_type: source, destination_type: to }: Attributes): "yes" | "no" | "unknown" {
  if (source === "volume" || to === "local") return "no";
  return to === "volume" && source !== UNKNOWN ? "yes" : "unknown";
}
