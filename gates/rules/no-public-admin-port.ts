import { UNKNOWN } from "../../plan/plan";
import { judgeOpening } from "../knowledge/openings";
import { ADMIN_PORTS } from "../knowledge/ports";
import { opensPort } from "../knowledge/security-group-rule";
import { defineRule, ref } from "../rule";

const ssh = { direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 22, port_range_max: 22 };
const group = (name: string) => ({ type: "openstack_networking_secgroup_v2", name, after: { name } });
const addresses = (...ranges: string[]) => ({
  type: "openstack_networking_address_group_v2",
  name: "offices",
  after: { addresses: ranges },
});
const offices = ref("openstack_networking_address_group_v2.offices");

export default defineRule({
  id: "NET-001",
  severity: "error",
  title: {
    en: "No administration port (SSH, RDP, WinRM ...) is open to everyone.",
    fr: "Aucun port d'administration (SSH, RDP, WinRM...) n'est ouvert à tous.",
  },
  why: {
    en: "These ports give full control of a machine, and are attacked within minutes once they can be seen. A rule without a range is open to everyone, and so is a range wider than a /16.",
    fr: "Ces ports donnent le contrôle complet d'une machine et sont attaqués en quelques minutes dès qu'ils sont visibles. Une règle sans plage est ouverte à tous, comme une plage plus large qu'un /16.",
  },
  fix: {
    en: "Name the ranges of the people who administer (`remote_ip_prefix`), or go through a bastion or a VPN.",
    fr: "Indiquez les plages de ceux qui administrent (`remote_ip_prefix`), ou passez par un bastion ou un VPN.",
  },
  resources: ["openstack_networking_secgroup_rule_v2"],

  check: (rule, context) => judgeOpening(rule, context, "ingress", (one) => opensPort(one, ADMIN_PORTS)),

  examples: {
    pass: [
      { name: "SSH from one range", after: { ...ssh, remote_ip_prefix: "192.0.2.0/24" } },
      { name: "SSH from a large private range", after: { ...ssh, remote_ip_prefix: "10.0.0.0/8" } },
      { name: "HTTPS for everyone", after: { ...ssh, port_range_min: 443, port_range_max: 443 } },
      { name: "SSH out", after: { ...ssh, direction: "egress" } },
      { name: "ICMP, which has no ports", after: { direction: "ingress", ethertype: "IPv4", protocol: "icmp" } },
      {
        name: "SSH from the members of a group",
        after: { ...ssh, remote_group_id: ref("openstack_networking_secgroup_v2.bastion") },
        with: [group("bastion")],
      },
      {
        name: "SSH from a list of ranges",
        after: { ...ssh, remote_address_group_id: offices },
        with: [addresses("192.0.2.0/24", "198.51.100.0/24")],
      },
    ],
    fail: [
      { name: "SSH without any range", leavesOut: "remote_ip_prefix", after: ssh },
      { name: "SSH from every IPv4 address", after: { ...ssh, remote_ip_prefix: "0.0.0.0/0" } },
      { name: "SSH from every IPv6 address", after: { ...ssh, ethertype: "IPv6", remote_ip_prefix: "::/0" } },
      { name: "SSH from half of the Internet", after: { ...ssh, remote_ip_prefix: "128.0.0.0/1" } },
      { name: "RDP over UDP", after: { ...ssh, protocol: "udp", port_range_min: 3389, port_range_max: 3389 } },
      { name: "SSH inside a range of ports", after: { ...ssh, port_range_min: 20, port_range_max: 25 } },
      { name: "every protocol", after: { direction: "ingress", ethertype: "IPv4", remote_ip_prefix: "0.0.0.0/0" } },
      { name: "TCP by its number", after: { ...ssh, protocol: "6" } },
      {
        name: "SSH from a list with everyone in it",
        after: { ...ssh, remote_address_group_id: offices },
        with: [addresses("192.0.2.0/24", "0.0.0.0/0")],
      },
    ],
    unknown: [
      { name: "SSH from a range known after apply", after: { ...ssh, remote_ip_prefix: UNKNOWN } },
      { name: "SSH from a list made elsewhere", after: { ...ssh, remote_address_group_id: "5f0c7c1e" } },
      { name: "a port known after apply", after: { ...ssh, port_range_min: UNKNOWN, port_range_max: UNKNOWN } },
    ],
  },
});
