import { UNKNOWN } from "../../plan/plan";
import { SNC_FLAVOURS } from "../knowledge/sources";
import { blocksOf } from "../knowledge/values";
import { defineRule } from "../rule";

const policy = {
  flavours: {
    diskless: { vcpus: 2, ramMiB: 8192, diskGiB: 0 },
    "with-disk": { vcpus: 2, ramMiB: 8192, diskGiB: 50 },
  },
};
const boot = {
  source_type: "image",
  uuid: "i",
  destination_type: "volume",
  volume_size: 20,
  volume_type: "t",
  boot_index: 0,
};

export default defineRule({
  id: "QUAL-004",
  severity: "error",
  title: {
    en: "A host whose flavour has no disk starts from a volume.",
    fr: "Une machine dont le gabarit n'a pas de disque démarre d'un volume.",
  },
  why: {
    en: "Nova refuses such a host, in the middle of the apply: one half of a town is there, the other is not.",
    fr: "Nova refuse une telle machine, au milieu de l'application : la moitié d'une commune est là, l'autre non.",
  },
  fix: {
    en: 'Add a `block_device` with `boot_index = 0` and `destination_type = "volume"`.',
    fr: 'Ajoutez un `block_device` avec `boot_index = 0` et `destination_type = "volume"`.',
  },
  source: SNC_FLAVOURS,
  resources: ["openstack_compute_instance_v2"],

  check({ flavor_id: id, block_device: block }, { policy: { flavours = {} } }) {
    const flavour = typeof id === "string" && Object.hasOwn(flavours, id) ? flavours[id] : undefined;
    if (flavour === undefined || flavour.diskGiB > 0) return "pass";
    const devices = blocksOf(block);
    if (devices === UNKNOWN) return { verdict: "unknown", attribute: "block_device" };
    const boots = devices.some(({ boot_index: rank, destination_type: to }) => rank === 0 && to === "volume");
    return { verdict: boots ? "pass" : "fail", attribute: "block_device" };
  },

  examples: {
    pass: [
      { name: "a boot volume", policy, after: { name: "host", flavor_id: "diskless", block_device: [boot] } },
      { name: "a flavour with a disk", policy, after: { name: "host", flavor_id: "with-disk", image_id: "i" } },
    ],
    fail: [
      {
        name: "no boot volume",
        leavesOut: "block_device",
        policy,
        after: { name: "host", flavor_id: "diskless", image_id: "i" },
      },
      {
        name: "a data volume only",
        policy,
        after: { name: "host", flavor_id: "diskless", image_id: "i", block_device: [{ ...boot, boot_index: 1 }] },
      },
    ],
    unknown: [
      {
        name: "devices known after apply",
        policy,
        after: { name: "host", flavor_id: "diskless", image_id: "i", block_device: UNKNOWN },
        byHand: "only a dynamic block gives an unknown number of devices",
      },
    ],
  },
});
