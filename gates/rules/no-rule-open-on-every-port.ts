import { UNKNOWN } from "../../plan/plan";
import { judgeOpening } from "../knowledge/openings";
import { opensManyPorts } from "../knowledge/security-group-rule";
import { defineRule } from "../rule";

const everything = { direction: "ingress", ethertype: "IPv4" };

export default defineRule({
  id: "NET-003",
  severity: "error",
  title: {
    en: "No rule lets everyone in on more than 1,024 ports.",
    fr: "Aucune règle ne laisse entrer tout le monde sur plus de 1 024 ports.",
  },
  why: {
    en: "Whatever is installed later on the machine, or listens by mistake, is open from the first second.",
    fr: "Tout ce qui sera installé plus tard sur la machine, ou qui écoute par erreur, est ouvert dès la première seconde.",
  },
  fix: {
    en: "Write one rule for each port that people use, with its protocol.",
    fr: "Écrivez une règle par port utilisé, avec son protocole.",
  },
  resources: ["openstack_networking_secgroup_rule_v2"],

  check: (rule, context) => judgeOpening(rule, context, "ingress", opensManyPorts),

  examples: {
    pass: [
      { name: "one port", after: { ...everything, protocol: "tcp", port_range_min: 443, port_range_max: 443 } },
      { name: "every port, for a private range", after: { ...everything, remote_ip_prefix: "10.0.0.0/8" } },
      { name: "ping", after: { ...everything, protocol: "icmp" } },
    ],
    fail: [
      { name: "neither port nor protocol nor range", leavesOut: "port_range_min", after: everything },
      {
        name: "every port of TCP",
        after: {
          ...everything,
          protocol: "tcp",
          port_range_min: 1,
          port_range_max: 65535,
          remote_ip_prefix: "0.0.0.0/0",
        },
      },
      { name: "TCP without ports", after: { ...everything, protocol: "tcp", remote_ip_prefix: "0.0.0.0/0" } },
      { name: "UDP by its number", after: { ...everything, protocol: "17" } },
    ],
    unknown: [{ name: "a range known after apply", after: { ...everything, remote_ip_prefix: UNKNOWN } }],
  },
});
