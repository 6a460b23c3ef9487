import { type Attributes, UNKNOWN } from "../../plan/plan";
import { blocksOf } from "../knowledge/values";
import { defineRule, type Judgement } from "../rule";

const boot = { source_type: "image", uuid: "i", destination_type: "volume", volume_size: 20, boot_index: 0 };
const data = { source_type: "blank", destination_type: "volume", volume_size: 50, boot_index: -1 };
const existing = { source_type: "volume", uuid: "v", destination_type: "volume", boot_index: 0 };
const host = (...devices: object[]) => ({ name: "host", flavor_id: "f", block_device: devices });

export default defineRule({
  id: "LIFE-004",
  severity: "error",
  title: {
    en: "No data volume dies with its host.",
    fr: "Aucun volume de données ne disparaît avec sa machine.",
  },
  why: {
    en: "A host is replaced for a new image or another zone; with `delete_on_termination` its data is deleted, and the plan shows no volume.",
    fr: "Une machine se remplace pour une nouvelle image ou une autre zone ; avec `delete_on_termination` ses données sont effacées, et le plan ne montre aucun volume.",
  },
  fix: {
    en: "Make the data volume a resource of its own, and attach it; or set `delete_on_termination = false`.",
    fr: "Faites du volume de données une ressource à part, et attachez-le ; ou écrivez `delete_on_termination = false`.",
  },
  resources: ["openstack_compute_instance_v2"],

  check({ block_device: block }) {
    const devices = blocksOf(block);
    if (devices === UNKNOWN) return { verdict: "unknown", attribute: "block_device" };
    return devices.map((device, index): Judgement => {
      const attribute = `block_device.${index}.delete_on_termination`;
      const { delete_on_termination: dies } = device;
      if (!mayHoldData(device) || dies === false || dies === undefined || dies === null)
        return { verdict: "pass", attribute };
      return { verdict: dies === UNKNOWN ? "unknown" : "fail", attribute };
    });
  },

  examples: {
    pass: [
      { name: "no volume", leavesOut: "block_device", after: { name: "host", flavor_id: "f", image_id: "i" } },
      { name: "the system disk may go", after: host({ ...boot, delete_on_termination: true }) },
      { name: "data that stays", after: host(boot, { ...data, delete_on_termination: false }) },
      { name: "nothing is said: it stays", leavesOut: "delete_on_termination", after: host(boot, data) },
    ],
    fail: [
      { name: "data that goes", after: host(boot, { ...data, delete_on_termination: true }) },
      { name: "a volume that existed before", after: host({ ...existing, delete_on_termination: true }) },
    ],
    unknown: [{ name: "known after apply", after: host(boot, { ...data, delete_on_termination: UNKNOWN }) }],
  },
});

/** The first disk of a host, made from an image, holds the system; every other volume may hold data. */
function mayHoldData({ source_type: source, destination_type: to, boot_index: rank }: Attributes): boolean {
  if (to === "local") return false;
  return !(source === "image" && rank === 0);
}
