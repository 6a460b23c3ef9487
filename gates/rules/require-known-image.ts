import { UNKNOWN } from "../../plan/plan";
import { blocksOf, isLeftOut } from "../knowledge/values";
import { defineRule, type Judgement } from "../rule";

const policy = { images: ["5f0c7c1e"] };
const host = { name: "host", flavor_id: "f" };
const device = { source_type: "image", destination_type: "volume", volume_size: 20, volume_type: "t", boot_index: 0 };

export default defineRule({
  id: "QUAL-002",
  severity: "error",
  title: {
    en: "A host starts from an image that the target's facts list.",
    fr: "Une machine démarre d'une image qui figure dans le relevé de la cible.",
  },
  why: {
    en: "An image that nobody chose may be out of support, or withdrawn: then the plan, the apply and even the removal fail.",
    fr: "Une image que personne n'a choisie peut être hors support, ou retirée : le plan, l'application et même la suppression échouent alors.",
  },
  fix: {
    en: "Take an image of the facts, or add this one to the target and discover it again.",
    fr: "Prenez une image du relevé, ou ajoutez celle-ci à la cible et refaites le relevé.",
  },
  resources: ["openstack_compute_instance_v2"],

  check({ image_id: id, block_device: block }, { policy: { images } }) {
    if (images === undefined) return "pass";
    const judged = (value: unknown, attribute: string): Judgement => {
      if (value === UNKNOWN) return { verdict: "unknown", attribute };
      return { verdict: images.includes(String(value)) ? "pass" : "fail", attribute };
    };
    const devices = blocksOf(block);
    if (devices === UNKNOWN) return { verdict: "unknown", attribute: "block_device" };
    const judgements = devices.flatMap((device, index) =>
      device.source_type === "image" ? [judged(device.uuid, `block_device.${index}.uuid`)] : [],
    );
    // Nova says so for a host that started from a volume.
    const ofItsOwn = !isLeftOut(id) && id !== "Attempt to boot from volume - no image supplied";
    return ofItsOwn ? [...judgements, judged(id, "image_id")] : judgements;
  },

  examples: {
    pass: [
      { name: "an image of the facts", policy, after: { ...host, image_id: "5f0c7c1e" } },
      { name: "nothing is laid down", leavesOut: "policy.images", after: { ...host, image_id: "0badc0de" } },
    ],
    fail: [
      { name: "another image", policy, after: { ...host, image_id: "0badc0de" } },
      {
        name: "a boot volume made from another image",
        policy,
        after: { ...host, block_device: [{ ...device, uuid: "0badc0de" }] },
      },
    ],
    unknown: [{ name: "known after apply", policy, after: { ...host, image_id: UNKNOWN } }],
  },
});
