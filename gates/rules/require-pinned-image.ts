import { UNKNOWN } from "../../plan/plan";
import { resourcesNamed } from "../../plan/references";
import { OVH_IMAGES } from "../knowledge/sources";
import { blocksOf, isLeftOut } from "../knowledge/values";
import { defineRule, type Judgement, type RuleContext, ref } from "../rule";

const host = { name: "host", flavor_id: "f" };
const image = {
  type: "openstack_images_image_v2",
  name: "golden",
  after: { name: "golden", container_format: "bare", disk_format: "qcow2" },
};
const device = { source_type: "image", destination_type: "volume", volume_size: 20, volume_type: "t", boot_index: 0 };

export default defineRule({
  id: "QUAL-001",
  severity: "error",
  title: {
    en: "A host names its image by id.",
    fr: "Une machine désigne son image par son identifiant.",
  },
  why: {
    en: "The image behind a name is replaced by its publisher: one morning the plan rebuilds every host, or two hosts of one day differ.",
    fr: "L'image derrière un nom est remplacée par son éditeur : un matin, le plan reconstruit toutes les machines, ou deux machines du même jour diffèrent.",
  },
  fix: {
    en: "Set `image_id` to an id of the target's facts, instead of `image_name` or a data source.",
    fr: "Donnez à `image_id` un identifiant du relevé de la cible, au lieu de `image_name` ou d'une source de données.",
  },
  source: OVH_IMAGES,
  resources: ["openstack_compute_instance_v2"],

  check(resource, context) {
    const devices = blocksOf(resource.block_device);
    if (devices === UNKNOWN) return { verdict: "unknown", attribute: "block_device" };
    const judgements = devices.flatMap((one, index): Judgement[] =>
      one.source_type === "image"
        ? [judgeId(one.uuid, `block_device.${index}.uuid`, blockExpression(context, index), context)]
        : [],
    );
    const { image_id: id, image_name: name } = resource;
    if (!isLeftOut(id)) judgements.push(judgeId(id, "image_id", context.change.written?.image_id, context));
    else if (!isLeftOut(name)) judgements.push({ verdict: "fail", attribute: "image_name" });
    else if (devices.length === 0) judgements.push({ verdict: "fail", attribute: "image_id" });
    return judgements;
  },

  examples: {
    pass: [
      { name: "an id", after: { ...host, image_id: "5f0c7c1e" } },
      { name: "a boot volume made from an id", after: { ...host, block_device: [{ ...device, uuid: "5f0c7c1e" }] } },
      {
        name: "an image of the same plan",
        after: { ...host, image_id: ref("openstack_images_image_v2.golden") },
        with: [image],
      },
    ],
    fail: [
      { name: "a name", leavesOut: "image_id", after: { ...host, image_name: "Debian 12" } },
      {
        name: "the newest of a name",
        after: { ...host, image_id: ref("data.openstack_images_image_v2.newest") },
        byHand: "a data source needs a cloud",
      },
    ],
    unknown: [{ name: "known after apply", after: { ...host, image_id: UNKNOWN } }],
  },
});

function judgeId(id: unknown, attribute: string, expression: unknown, { plan, change }: RuleContext): Judgement {
  const named = resourcesNamed(plan, change, expression);
  if (named.some((address) => address.includes("data.openstack_images_image"))) return { verdict: "fail", attribute };
  if (id !== UNKNOWN) return { verdict: isLeftOut(id) ? "fail" : "pass", attribute };
  const own = named.some((address) => address.includes("openstack_images_image_v2."));
  return { verdict: own ? "pass" : "unknown", attribute };
}

function blockExpression({ change }: RuleContext, index: number): unknown {
  const blocks = change.written?.block_device;
  return Array.isArray(blocks) ? blocks[index]?.uuid : undefined;
}
