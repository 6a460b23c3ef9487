import { UNKNOWN } from "../../plan/plan";
import { defineRule } from "../rule";

const image = { name: "golden", container_format: "bare", disk_format: "qcow2" };

export default defineRule({
  id: "DATA-006",
  severity: "error",
  title: {
    en: "No image is offered to every project.",
    fr: "Aucune image n'est proposée à tous les projets.",
  },
  why: {
    en: "An image keeps what was on the disk: settings, keys, sometimes data. Every customer of the target could start it.",
    fr: "Une image garde ce qui était sur le disque : réglages, clés, parfois données. Tout client de la cible pourrait la démarrer.",
  },
  fix: {
    en: "Leave `visibility` to `private`, or `shared` with named members.",
    fr: "Laissez `visibility` à `private`, ou à `shared` avec des membres nommés.",
  },
  resources: ["openstack_images_image_v2"],

  check({ visibility }) {
    if (visibility === UNKNOWN) return { verdict: "unknown", attribute: "visibility" };
    return {
      verdict: visibility === "public" || visibility === "community" ? "fail" : "pass",
      attribute: "visibility",
    };
  },

  examples: {
    pass: [
      { name: "nothing is said: private", leavesOut: "visibility", after: image },
      { name: "shared with named members", after: { ...image, visibility: "shared" } },
    ],
    fail: [
      { name: "public", after: { ...image, visibility: "public" } },
      { name: "community", after: { ...image, visibility: "community" } },
    ],
    unknown: [{ name: "known after apply", after: { ...image, visibility: UNKNOWN } }],
  },
});
