import { UNKNOWN } from "../../plan/plan";
import { defineRule } from "../rule";

const port = "openstack_networking_port_v2";

export default defineRule({
  id: "NET-006",
  severity: "error",
  title: {
    en: "Port security is never switched off.",
    fr: "La sécurité des ports n'est jamais désactivée.",
  },
  why: {
    en: "Without it no security group applies, and a machine may take the address of its neighbours.",
    fr: "Sans elle aucun groupe de sécurité ne s'applique, et une machine peut prendre l'adresse de ses voisines.",
  },
  fix: {
    en: "Remove `port_security_enabled = false`. A router of your own needs address pairs, not this.",
    fr: "Retirez `port_security_enabled = false`. Un routeur à vous a besoin de paires d'adresses, pas de cela.",
  },
  resources: [port, "openstack_networking_network_v2"],

  check({ port_security_enabled: enabled }) {
    if (enabled === UNKNOWN) return { verdict: "unknown", attribute: "port_security_enabled" };
    return enabled === false ? { verdict: "fail", attribute: "port_security_enabled" } : "pass";
  },

  examples: {
    pass: [
      {
        name: "nothing is said: Neutron switches it on",
        leavesOut: "port_security_enabled",
        after: { network_id: "n" },
      },
      { name: "it is on", after: { network_id: "n", port_security_enabled: true } },
    ],
    fail: [
      { name: "off on a port", after: { network_id: "n", port_security_enabled: false } },
      {
        name: "off on a network",
        type: "openstack_networking_network_v2",
        after: { name: "data", port_security_enabled: false },
      },
    ],
    unknown: [{ name: "known after apply", after: { network_id: "n", port_security_enabled: UNKNOWN } }],
  },
});
