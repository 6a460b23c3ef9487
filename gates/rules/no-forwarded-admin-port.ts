import { UNKNOWN } from "../../plan/plan";
import { ADMIN_PORTS, DATABASE_PORTS } from "../knowledge/ports";
import { defineRule, type Judgement } from "../rule";

const CLOSED = new Set([...ADMIN_PORTS, ...DATABASE_PORTS]);

const forwarding = {
  floatingip_id: "a",
  protocol: "tcp",
  internal_ip_address: "10.20.0.5",
  internal_port_id: "p",
};

export default defineRule({
  id: "NET-015",
  severity: "error",
  title: {
    en: "No public address forwards to an administration or database port.",
    fr: "Aucune adresse publique ne renvoie vers un port d'administration ou de base de données.",
  },
  why: {
    en: "Another number on the outside hides nothing: scanners try them all.",
    fr: "Un autre numéro à l'extérieur ne cache rien : les balayages essaient tous les ports.",
  },
  fix: {
    en: "Remove the forwarding; reach the machine through a bastion or a VPN.",
    fr: "Retirez le renvoi ; joignez la machine par un bastion ou un VPN.",
  },
  resources: ["openstack_networking_portforwarding_v2"],

  check: (resource) =>
    ["external_port", "internal_port"].map((attribute): Judgement => {
      const port = resource[attribute];
      if (typeof port !== "number") return { verdict: "unknown", attribute };
      return { verdict: CLOSED.has(port) ? "fail" : "pass", attribute };
    }),

  examples: {
    pass: [{ name: "HTTPS", after: { ...forwarding, external_port: 443, internal_port: 8443 } }],
    fail: [
      { name: "SSH under another number", after: { ...forwarding, external_port: 22022, internal_port: 22 } },
      { name: "PostgreSQL", after: { ...forwarding, external_port: 5432, internal_port: 15432 } },
    ],
    unknown: [
      { name: "a port known after apply", after: { ...forwarding, external_port: 443, internal_port: UNKNOWN } },
      {
        name: "no port",
        leavesOut: "internal_port",
        after: { ...forwarding, external_port: 443 },
        byHand: "the provider refuses a forwarding without both ports",
      },
    ],
  },
});
