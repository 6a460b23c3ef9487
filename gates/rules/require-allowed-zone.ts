import { UNKNOWN } from "../../plan/plan";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const HOST = "openstack_compute_instance_v2";
const policy = { zones: { compute: ["par-a", "par-b"], volume: ["par-a"] } };
const host = { name: "host", flavor_id: "f", image_id: "i" };

export default defineRule({
  id: "LOC-002",
  severity: "error",
  title: {
    en: "Hosts and volumes stand in zones of the target.",
    fr: "Machines et volumes sont dans des zones de la cible.",
  },
  why: {
    en: "A zone that does not exist fails in the middle of the apply; a volume in a zone without hosts can never be attached.",
    fr: "Une zone qui n'existe pas échoue au milieu de l'application ; un volume dans une zone sans machine ne peut jamais être attaché.",
  },
  fix: {
    en: "Take a zone from the target's facts, or leave `availability_zone` out.",
    fr: "Prenez une zone dans le relevé de la cible, ou n'écrivez pas `availability_zone`.",
  },
  resources: [HOST, "openstack_blockstorage_volume_v3"],

  check({ availability_zone: zone }, { policy: { zones }, change }) {
    if (zones === undefined || isLeftOut(zone)) return "pass";
    if (zone === UNKNOWN) return { verdict: "unknown", attribute: "availability_zone" };
    // `zone:hypervisor` asks for one machine of the zone.
    const [name = ""] = String(zone).split(":");
    const known = change.type === HOST ? zones.compute : zones.volume;
    return { verdict: known.includes(name) ? "pass" : "fail", attribute: "availability_zone" };
  },

  examples: {
    pass: [
      { name: "a zone of hosts", policy, after: { ...host, availability_zone: "par-b" } },
      { name: "the target chooses", leavesOut: "availability_zone", policy, after: host },
    ],
    fail: [
      { name: "a zone that is not known", policy, after: { ...host, availability_zone: "nova" } },
      {
        name: "a volume where there are only hosts",
        policy,
        type: "openstack_blockstorage_volume_v3",
        after: { size: 1, availability_zone: "par-b" },
      },
    ],
    unknown: [{ name: "known after apply", policy, after: { ...host, availability_zone: UNKNOWN } }],
  },
});
