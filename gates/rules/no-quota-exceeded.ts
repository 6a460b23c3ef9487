import { UNKNOWN } from "../../plan/plan";
import { needsOf, QUOTA_ITEMS } from "../knowledge/needs";
import type { Quota } from "../policy";
import { defineRule, type Judgement } from "../rule";

const flavours = { f: { vcpus: 4, ramMiB: 8192, diskGiB: 50 } };
const host = (name: string, flavor = "f") => ({
  type: "openstack_compute_instance_v2",
  name,
  after: { name, flavor_id: flavor, image_id: "i" },
});
const volume = (name: string, size: unknown) => ({
  type: "openstack_blockstorage_volume_v3",
  name,
  after: { size, volume_type: "t" },
});

export default defineRule({
  id: "CAP-001",
  severity: "error",
  title: {
    en: "The plan fits in the quota of the project.",
    fr: "Le plan tient dans le quota du projet.",
  },
  why: {
    en: "A quota is noticed in the middle of the apply: one half of a town is there, the other is not.",
    fr: "Un quota se remarque au milieu de l'application : la moitié d'une commune est là, l'autre non.",
  },
  fix: {
    en: "Ask the target for a larger quota first, or make the plan smaller.",
    fr: "Demandez d'abord un quota plus grand à la cible, ou réduisez le plan.",
  },
  resources: ["plan"],

  check(_plan, { plan, policy }) {
    if (policy.quota === undefined) return "pass";
    const needs = needsOf(plan, policy);
    return (Object.entries(policy.quota) as [keyof Quota, number][]).map(([item, most]): Judgement => {
      const { total, unknown } = needs[item];
      const { en, fr } = QUOTA_ITEMS[item];
      const detail = { en: `${en}: ${total} for ${most}`, fr: `${fr} : ${total} pour ${most}` };
      if (total > most) return { verdict: "fail", detail };
      return { verdict: unknown ? "unknown" : "pass", detail };
    });
  },

  examples: {
    pass: [
      { name: "it fits", policy: { quota: { cores: 8 }, flavours }, after: {}, with: [host("a"), host("b")] },
      { name: "no limit is known", leavesOut: "policy.quota", policy: { flavours }, after: {}, with: [host("a")] },
    ],
    fail: [
      { name: "too many cores", policy: { quota: { cores: 7 }, flavours }, after: {}, with: [host("a"), host("b")] },
      {
        name: "too many gigabytes",
        policy: { quota: { volumeGiB: 100 } },
        after: {},
        with: [volume("a", 60), volume("b", 60)],
      },
    ],
    unknown: [
      {
        name: "a flavour of unknown size",
        policy: { quota: { cores: 8 }, flavours },
        after: {},
        with: [host("a", "g")],
      },
      {
        name: "a size known after apply",
        policy: { quota: { volumeGiB: 100 } },
        after: {},
        with: [volume("a", UNKNOWN)],
      },
    ],
  },
});
