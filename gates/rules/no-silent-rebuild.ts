import { UNKNOWN } from "../../plan/plan";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

const host = (image: unknown) => ({ name: "host", flavor_id: "f", image_id: image });

export default defineRule({
  id: "LIFE-006",
  severity: "error",
  title: {
    en: "No running host is rebuilt from another image.",
    fr: "Aucune machine en service n'est reconstruite depuis une autre image.",
  },
  why: {
    en: "Nova writes the image over the disk of the host: all that it held is gone, and the plan calls it an update.",
    fr: "Nova écrit l'image par-dessus le disque de la machine : tout ce qu'il contenait disparaît, et le plan parle d'une mise à jour.",
  },
  fix: {
    en: "Ignore changes of the image (`lifecycle { ignore_changes = [image_id] }`), and update the host from inside; or replace it on purpose (`-replace`).",
    fr: "Ignorez les changements d'image (`lifecycle { ignore_changes = [image_id] }`) et mettez la machine à jour de l'intérieur ; ou remplacez-la exprès (`-replace`).",
  },
  resources: ["openstack_compute_instance_v2"],

  check({ image_id: image }, { change: { actions, before } }) {
    const former = before?.image_id;
    if (!actions.includes("update") || isLeftOut(former) || image === former) return "pass";
    return { verdict: image === UNKNOWN ? "unknown" : "fail", attribute: "image_id" };
  },

  examples: {
    pass: [
      { name: "a new host", leavesOut: "before", after: host("debian-12") },
      { name: "the same image, another name", before: host("debian-12"), after: { ...host("debian-12"), name: "web" } },
    ],
    fail: [{ name: "another image", before: host("debian-12"), after: host("debian-13") }],
    unknown: [{ name: "an image known after apply", before: host("debian-12"), after: host(UNKNOWN) }],
  },
});
