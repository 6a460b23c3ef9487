import { UNKNOWN } from "../../plan/plan";
import { judgeOpening } from "../knowledge/openings";
import { DATABASE_PORTS } from "../knowledge/ports";
import { opensPort } from "../knowledge/security-group-rule";
import { GDPR_32 } from "../knowledge/sources";
import { defineRule } from "../rule";

const postgres = {
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 5432,
  port_range_max: 5432,
};

export default defineRule({
  id: "NET-002",
  severity: "error",
  title: {
    en: "No database, cache or message queue is open to everyone.",
    fr: "Aucune base de données, aucun cache, aucune file de messages n'est ouvert à tous.",
  },
  why: {
    en: "Such a port leads straight to the data of the inhabitants. Many of these programs ask for no password unless they are told to.",
    fr: "Un tel port mène droit aux données des habitants. Beaucoup de ces logiciels ne demandent aucun mot de passe si on ne le leur dit pas.",
  },
  fix: {
    en: "Open it to the security group of the application that uses it (`remote_group_id`), or to its range.",
    fr: "Ouvrez-le au groupe de sécurité de l'application qui s'en sert (`remote_group_id`), ou à sa plage.",
  },
  source: GDPR_32,
  resources: ["openstack_networking_secgroup_rule_v2"],

  check: (rule, context) => judgeOpening(rule, context, "ingress", (one) => opensPort(one, DATABASE_PORTS)),

  examples: {
    pass: [
      { name: "PostgreSQL from a private range", after: { ...postgres, remote_ip_prefix: "10.20.0.0/24" } },
      { name: "HTTPS for everyone", after: { ...postgres, port_range_min: 443, port_range_max: 443 } },
    ],
    fail: [
      { name: "PostgreSQL without any range", leavesOut: "remote_ip_prefix", after: postgres },
      { name: "PostgreSQL for everyone", after: { ...postgres, remote_ip_prefix: "0.0.0.0/0" } },
      {
        name: "Redis for everyone on IPv6",
        after: { ...postgres, ethertype: "IPv6", port_range_min: 6379, port_range_max: 6379, remote_ip_prefix: "::/0" },
      },
      { name: "the customers of a whole provider", after: { ...postgres, remote_ip_prefix: "90.0.0.0/9" } },
    ],
    unknown: [{ name: "a range known after apply", after: { ...postgres, remote_ip_prefix: UNKNOWN } }],
  },
});
