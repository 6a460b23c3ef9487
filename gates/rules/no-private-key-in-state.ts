import { UNKNOWN } from "../../plan/plan";
import { isLeftOut } from "../knowledge/values";
import { defineRule } from "../rule";

export default defineRule({
  id: "SEC-005",
  severity: "error",
  title: {
    en: "No key pair is made by the target.",
    fr: "Aucune paire de clés n'est fabriquée par la cible.",
  },
  why: {
    en: "Without a public key Nova makes both halves, and the private one stands in clear in the state.",
    fr: "Sans clé publique, Nova fabrique les deux moitiés, et la clé privée figure en clair dans l'état.",
  },
  fix: {
    en: "Make the key where it will be used (`ssh-keygen -t ed25519`), and give its public half in `public_key`.",
    fr: "Créez la clé là où elle servira (`ssh-keygen -t ed25519`), et donnez sa moitié publique dans `public_key`.",
  },
  resources: ["openstack_compute_keypair_v2"],

  check({ public_key: key, private_key: made }) {
    if (!isLeftOut(made) && made !== UNKNOWN) return { verdict: "fail", attribute: "private_key", secret: true };
    if (isLeftOut(key)) return { verdict: "fail", attribute: "public_key" };
    return key === UNKNOWN ? { verdict: "unknown", attribute: "public_key" } : "pass";
  },

  examples: {
    pass: [{ name: "a public key", after: { name: "ops", public_key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 ops" } }],
    fail: [{ name: "no public key", leavesOut: "public_key", after: { name: "ops" } }],
    unknown: [{ name: "known after apply", after: { name: "ops", public_key: UNKNOWN } }],
  },
});
