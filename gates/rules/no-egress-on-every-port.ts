import { UNKNOWN } from "../../plan/plan";
import { judgeOpening } from "../knowledge/openings";
import { opensManyPorts } from "../knowledge/security-group-rule";
import { defineRule } from "../rule";

const everything = { direction: "egress", ethertype: "IPv4" };

export default defineRule({
  id: "NET-004",
  severity: "error",
  title: {
    en: "No rule lets a machine out to everyone on more than 1,024 ports.",
    fr: "Aucune règle ne laisse sortir une machine vers tous sur plus de 1 024 ports.",
  },
  why: {
    en: "A machine that was broken into takes its orders, and sends out what it finds, through any port that is open.",
    fr: "Une machine compromise reçoit ses ordres, et envoie ce qu'elle trouve, par n'importe quel port ouvert.",
  },
  fix: {
    en: "Write what the service needs to reach: a port and a range for each flow.",
    fr: "Écrivez ce que le service doit joindre : un port et une plage par flux.",
  },
  resources: ["openstack_networking_secgroup_rule_v2"],

  check: (rule, context) => judgeOpening(rule, context, "egress", opensManyPorts),

  examples: {
    pass: [
      {
        name: "HTTPS to everyone",
        after: {
          ...everything,
          protocol: "tcp",
          port_range_min: 443,
          port_range_max: 443,
          remote_ip_prefix: "0.0.0.0/0",
        },
      },
      { name: "every port to a private range", after: { ...everything, remote_ip_prefix: "10.20.0.0/16" } },
      { name: "the other direction is another rule's", after: { ...everything, direction: "ingress" } },
    ],
    fail: [
      { name: "neither port nor range", leavesOut: "remote_ip_prefix", after: everything },
      { name: "everything over IPv6", after: { ...everything, ethertype: "IPv6", remote_ip_prefix: "::/0" } },
    ],
    unknown: [{ name: "a range known after apply", after: { ...everything, remote_ip_prefix: UNKNOWN } }],
  },
});
