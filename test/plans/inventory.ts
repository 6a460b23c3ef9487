import { type Attributes, type Plan, UNKNOWN } from "../../plan/plan";

/** Of each type, the attributes that a reviewer wants to see; a type that is not here shows all of them. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  openstack_blockstorage_volume_v3: ["name", "size", "volume_type", "availability_zone"],
  openstack_compute_instance_v2: ["name", "flavor_id", "availability_zone", "config_drive"],
  openstack_compute_servergroup_v2: ["policies"],
  openstack_compute_volume_attach_v2: [],
  openstack_networking_network_v2: ["name"],
  openstack_networking_port_v2: ["name", "port_security_enabled"],
  openstack_networking_router_interface_v2: [],
  openstack_networking_router_v2: ["name", "external_network_id"],
  openstack_networking_secgroup_rule_v2: ["remote_ip_prefix"],
  openstack_networking_secgroup_v2: ["name", "delete_default_rules"],
  openstack_networking_subnet_v2: ["cidr"],
  openstack_objectstorage_container_v1: ["name", "versioning"],
};

/** A plan, trimmed to what matters: one line per resource, in the order of addresses. */
export function inventoryOf(plan: Plan): string {
  const lines = plan.changes.map(({ address, type, actions, after = {} }) => {
    const names = SHOWN[type] ?? Object.keys(after);
    const shown = names.flatMap((name) =>
      name in after && after[name] !== null ? [`${name}=${text(after[name])}`] : [],
    );
    const what = actions.join("+") === "create" ? "" : ` (${actions.join("+")})`;
    return [address.replace(/^openstack_/, "") + what, ...extras(type, after), ...shown].join("  ");
  });
  return `${lines.join("\n")}\n`;
}

function text(value: unknown): string {
  return value === UNKNOWN ? "?" : typeof value === "string" ? value : JSON.stringify(value);
}

/** What stands deeper in a resource, and matters as much. */
function* extras(type: string, after: Attributes): Generator<string> {
  if (type === "openstack_compute_instance_v2")
    for (const device of (after.block_device ?? []) as Attributes[])
      yield `boot=${device.volume_size}GiB:${device.volume_type}`;
  if (type === "openstack_objectstorage_container_v1")
    yield `quota=${Number((after.metadata as Attributes)["Quota-Bytes"]) / 1024 ** 3}GiB`;
}
