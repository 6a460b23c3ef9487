import { type Plan, UNKNOWN } from "../../plan/plan";
import type { Localised } from "../../problems/language";
import type { Policy, Quota } from "../policy";
import { blocksOf } from "./values";

/** What a quota limits, as people call it. */
export const QUOTA_ITEMS: Readonly<Record<keyof Quota, Localised>> = {
  instances: { en: "hosts", fr: "machines" },
  cores: { en: "cores", fr: "cœurs" },
  ramMiB: { en: "memory, in MiB", fr: "mémoire, en Mio" },
  volumes: { en: "volumes", fr: "volumes" },
  volumeGiB: { en: "volumes, in GiB", fr: "volumes, en Gio" },
  floatingIps: { en: "public addresses", fr: "adresses publiques" },
  networks: { en: "networks", fr: "réseaux" },
  subnets: { en: "subnets", fr: "sous-réseaux" },
  ports: { en: "ports", fr: "ports" },
  routers: { en: "routers", fr: "routeurs" },
  securityGroups: { en: "security groups", fr: "groupes de sécurité" },
  securityGroupRules: { en: "security-group rules", fr: "règles de groupe de sécurité" },
  loadBalancers: { en: "load balancers", fr: "répartiteurs" },
};

const COUNTED: Readonly<Record<string, keyof Quota>> = {
  openstack_networking_floatingip_v2: "floatingIps",
  openstack_networking_network_v2: "networks",
  openstack_networking_subnet_v2: "subnets",
  openstack_networking_port_v2: "ports",
  openstack_networking_router_v2: "routers",
  openstack_networking_secgroup_v2: "securityGroups",
  openstack_networking_secgroup_rule_v2: "securityGroupRules",
  openstack_lb_loadbalancer_v2: "loadBalancers",
};

/** `unknown`: at least `total`, and something that the plan does not tell. */
export interface Need {
  total: number;
  unknown: boolean;
}

/** What the whole plan needs once applied; what Neutron adds by itself is not counted. */
export function needsOf({ changes }: Plan, { flavours = {} }: Policy): Record<keyof Quota, Need> {
  const needs = Object.fromEntries(
    Object.keys(QUOTA_ITEMS).map((item) => [item, { total: 0, unknown: false }]),
  ) as unknown as Record<keyof Quota, Need>;
  const add = (item: keyof Quota, amount: unknown) => {
    if (typeof amount === "number") needs[item].total += amount;
    else needs[item].unknown = true;
  };
  for (const { type, mode, after } of changes) {
    if (after === undefined || mode === "data") continue;
    const counted = COUNTED[type];
    if (counted) add(counted, 1);
    if (type === "openstack_blockstorage_volume_v3") {
      add("volumes", 1);
      add("volumeGiB", after.size);
    }
    if (type !== "openstack_compute_instance_v2") continue;
    const flavour = flavours[String(after.flavor_id)];
    add("instances", 1);
    add("cores", flavour?.vcpus);
    add("ramMiB", flavour?.ramMiB);
    const devices = blocksOf(after.block_device);
    if (devices === UNKNOWN) add("volumes", UNKNOWN);
    else
      for (const { source_type: source, destination_type: to, volume_size: size } of devices) {
        if (to !== "volume" || source === "volume") continue;
        add("volumes", 1);
        add("volumeGiB", size);
      }
  }
  return needs;
}
