import { type Change, type Plan, UNKNOWN } from "../../plan/plan";
import { follow, referrers } from "../../plan/references";
import { GDPR_32 } from "../knowledge/sources";
import { blocksOf, isLeftOut } from "../knowledge/values";
import { defineRule, ref } from "../rule";

const HOST = "openstack_compute_instance_v2";

const port = { type: "openstack_networking_port_v2", name: "host", after: { network_id: "n" } };
const host = {
  type: HOST,
  name: "host",
  after: { name: "host", flavor_id: "f", image_id: "i", network: [{ port: ref("openstack_networking_port_v2.host") }] },
};
const attachment = {
  type: "openstack_compute_volume_attach_v2",
  name: "data",
  after: { instance_id: ref("openstack_compute_instance_v2.host"), volume_id: "v" },
};
const floating = { floating_ip: "203.0.113.10", port_id: ref("openstack_networking_port_v2.host") };

export default defineRule({
  id: "NET-009",
  severity: "error",
  title: {
    en: "A host that keeps data has no public address.",
    fr: "Une machine qui garde des données n'a pas d'adresse publique.",
  },
  why: {
    en: "With a public address only its security group stands between the Internet and the data volume.",
    fr: "Avec une adresse publique, seul son groupe de sécurité sépare Internet du volume de données.",
  },
  fix: {
    en: "Put the public address on the load balancer of the entry zone, or on a host without a data volume.",
    fr: "Placez l'adresse publique sur le répartiteur de la zone d'entrée, ou sur une machine sans volume de données.",
  },
  source: GDPR_32,
  resources: [
    "openstack_networking_floatingip_associate_v2",
    "openstack_networking_floatingip_v2",
    "openstack_networking_portforwarding_v2",
  ],

  check(resource, { plan, change }) {
    const attribute = "internal_port_id" in resource ? "internal_port_id" : "port_id";
    if (isLeftOut(resource[attribute])) return "pass";
    const ends = follow(plan, change, attribute);
    if (ends.length === 0) return { verdict: "unknown", attribute };
    const hosts = ends.flatMap((end) => hostsOn(plan, end));
    if (hosts.some((one) => keepsData(plan, one))) return { verdict: "fail", attribute };
    return "pass";
  },

  examples: {
    pass: [
      { name: "a host without a volume", after: floating, with: [port, host] },
      {
        name: "no host yet",
        leavesOut: "port_id",
        type: "openstack_networking_floatingip_v2",
        after: { pool: "internet" },
      },
    ],
    fail: [
      { name: "a host with a volume", after: floating, with: [port, host, attachment] },
      {
        name: "a forwarded port",
        type: "openstack_networking_portforwarding_v2",
        after: {
          floatingip_id: "a",
          protocol: "tcp",
          external_port: 443,
          internal_port: 443,
          internal_ip_address: "10.20.0.5",
          internal_port_id: ref("openstack_networking_port_v2.host"),
        },
        with: [port, host, attachment],
      },
    ],
    unknown: [{ name: "a port made elsewhere", after: { ...floating, port_id: "5f0c7c1e" } }],
  },
});

/** Hosts plugged into what a public address leads to: a port, or the host itself. */
function hostsOn(plan: Plan, end: Change): Change[] {
  if (end.type === HOST) return [end];
  const plugs = referrers(plan, end, "openstack_compute_interface_attach_v2");
  return [...referrers(plan, end, HOST), ...plugs.flatMap((plug) => follow(plan, plug, "instance_id"))];
}

function keepsData(plan: Plan, host: Change): boolean {
  if (referrers(plan, host, "openstack_compute_volume_attach_v2").length > 0) return true;
  const devices = blocksOf(host.after?.block_device);
  if (devices === UNKNOWN) return true;
  return devices.some(({ destination_type: to, boot_index: rank }) => to === "volume" && rank !== 0);
}
