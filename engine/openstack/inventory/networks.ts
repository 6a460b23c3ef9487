import { z } from "zod";
import { type Listing, listing, type Thing } from "./collector";
import { flag, id, name, number, text, texts } from "./shapes";

/** A list of Neutron, which takes the project as a filter from everyone. */
function neutron<const Kind extends string, Shape extends z.ZodType<Thing>>(
  kind: Kind,
  key: string,
  shape: Shape,
  path = `/${key.replaceAll("_", "-")}`,
) {
  const options: Listing<Kind, Shape>["options"] = ({ projectId }) => ({ query: { project_id: projectId } });
  return listing({ kind, service: "network", path, key, shape, options });
}

const fixedIps = z.array(z.object({ subnet_id: text, ip_address: text })).default([]);

export const NETWORKS = [
  neutron(
    "network",
    "networks",
    z.object({
      id,
      name,
      shared: flag,
      "router:external": flag,
      port_security_enabled: flag,
      tags: texts,
      created_at: text,
    }),
  ),
  neutron(
    "subnet",
    "subnets",
    z.object({
      id,
      name,
      network_id: id,
      cidr: z.string(),
      gateway_ip: text,
      enable_dhcp: flag,
      tags: texts,
      created_at: text,
    }),
  ),
  neutron(
    "port",
    "ports",
    z.object({
      id,
      name,
      network_id: id,
      // who made it: empty for a person, `network:...` and `compute:...` for OpenStack itself
      device_owner: z.string(),
      device_id: text,
      fixed_ips: fixedIps,
      security_groups: texts,
      port_security_enabled: flag,
      tags: texts,
      created_at: text,
    }),
  ),
  neutron(
    "router",
    "routers",
    z.object({
      id,
      name,
      admin_state_up: flag,
      external_gateway_info: z.object({ network_id: id, enable_snat: flag }).nullish(),
      routes: z.array(z.object({ destination: z.string(), nexthop: z.string() })).default([]),
      tags: texts,
      created_at: text,
    }),
  ),
  neutron(
    "security-group",
    "security_groups",
    z.object({ id, name, description: text, tags: texts, created_at: text }),
  ),
  neutron(
    "security-group-rule",
    "security_group_rules",
    z
      .object({
        id,
        security_group_id: id,
        direction: z.string(),
        ethertype: text,
        protocol: text,
        port_range_min: number,
        port_range_max: number,
        remote_ip_prefix: text,
        remote_group_id: text,
        remote_address_group_id: text,
        description: text,
        created_at: text,
      })
      .transform((rule) => ({ ...rule, name: "" })),
  ),
  neutron(
    "floating-ip",
    "floatingips",
    z
      .object({
        id,
        floating_ip_address: z.string(),
        floating_network_id: id,
        port_id: text,
        fixed_ip_address: text,
        port_forwardings: z
          .array(
            z.object({
              protocol: z.string(),
              external_port: number,
              internal_ip_address: text,
              internal_port: number,
            }),
          )
          .default([]),
        tags: texts,
        created_at: text,
      })
      .transform((address) => ({ ...address, name: address.floating_ip_address })),
  ),
  neutron("address-group", "address_groups", z.object({ id, name, addresses: texts })),
  neutron(
    "rbac-policy",
    "rbac_policies",
    z
      .object({ id, object_type: z.string(), object_id: id, action: z.string(), target_tenant: text })
      .transform((policy) => ({ ...policy, name: "" })),
  ),
  neutron("subnet-pool", "subnetpools", z.object({ id, name, prefixes: texts, shared: flag })),
  neutron("qos-policy", "policies", z.object({ id, name, shared: flag }), "/qos/policies"),
  neutron("trunk", "trunks", z.object({ id, name, port_id: id })),
] as const;
