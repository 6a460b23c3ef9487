import type { FoundKind, Key } from "./found";
import type { StateResource } from "./state-resources";

/** What each type of resource is in the cloud. A type that is not here owns nothing of the inventory. */
const KINDS: Readonly<Record<string, FoundKind>> = {
  openstack_blockstorage_volume_v3: "volume",
  openstack_compute_instance_v2: "server",
  openstack_compute_servergroup_v2: "server-group",
  openstack_compute_volume_attach_v2: "attachment",
  openstack_dns_recordset_v2: "recordset",
  openstack_dns_zone_v2: "zone",
  openstack_identity_application_credential_v3: "application-credential",
  openstack_identity_ec2_credential_v3: "ec2-credential",
  openstack_identity_user_v3: "user",
  openstack_images_image_v2: "image",
  openstack_keymanager_container_v1: "secret-container",
  openstack_keymanager_secret_v1: "secret",
  openstack_lb_l7policy_v2: "l7-policy",
  openstack_lb_listener_v2: "listener",
  openstack_lb_loadbalancer_v2: "load-balancer",
  openstack_lb_member_v2: "member",
  openstack_lb_monitor_v2: "health-monitor",
  openstack_lb_pool_v2: "pool",
  openstack_networking_address_group_v2: "address-group",
  openstack_networking_floatingip_v2: "floating-ip",
  openstack_networking_network_v2: "network",
  openstack_networking_port_v2: "port",
  openstack_networking_qos_policy_v2: "qos-policy",
  openstack_networking_rbac_policy_v2: "rbac-policy",
  openstack_networking_router_v2: "router",
  openstack_networking_secgroup_rule_v2: "security-group-rule",
  openstack_networking_secgroup_v2: "security-group",
  openstack_networking_subnet_v2: "subnet",
  openstack_networking_subnetpool_v2: "subnet-pool",
  openstack_networking_trunk_v2: "trunk",
  openstack_objectstorage_container_v1: "container",
};

/** Their ids stand behind the id of what they are in, or are written as an address. */
const LAST_PART = new Set(["recordset", "secret", "secret-container", "member"]);

/** The things that states know, and the resource that each one is. */
export class Owned {
  private readonly byKey = new Map<Key, StateResource>();

  constructor(resources: readonly StateResource[]) {
    for (const resource of resources)
      for (const key of keysOf(resource)) if (!this.byKey.has(key)) this.byKey.set(key, resource);
  }

  /** The resource that this thing is. */
  of(key: Key): StateResource | undefined {
    // a key pair whose user the state does not tell
    return this.byKey.get(key) ?? this.byKey.get(key.replace(/^keypair [^/]+/, "keypair *") as Key);
  }
}

/** A resource may be several things: a server brings its ports, a router interface is one of its router. */
function keysOf({ type, attributes }: StateResource): Key[] {
  const text = (name: string) => (typeof attributes[name] === "string" ? (attributes[name] as string) : undefined);
  const id = text("id");
  if (id === undefined) return [];
  switch (type) {
    case "openstack_compute_instance_v2":
      return [`server ${id}`, ...listed(attributes.network, "port").map((port): Key => `port ${port}`)];
    case "openstack_compute_interface_attach_v2":
      return [`port ${text("port_id") ?? id.split("/").at(-1)}`];
    case "openstack_compute_keypair_v2":
      return [`keypair ${text("user_id") || "*"}/${text("name") ?? id}`];
    case "openstack_identity_role_assignment_v3":
      return [`user ${text("user_id")}`, `group ${text("group_id")}`];
    case "openstack_lb_members_v2":
      return listed(attributes.member, "id").map((member): Key => `member ${member}`);
    case "openstack_networking_router_interface_v2":
      return [`router-interface ${text("port_id") || id}`, `port ${text("port_id") || id}`];
    default: {
      const kind = KINDS[type];
      if (!kind) return [];
      return [`${kind} ${LAST_PART.has(kind) ? id.split("/").at(-1) : id}`];
    }
  }
}

function listed(blocks: unknown, name: string): string[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.flatMap((block: Record<string, unknown>) => {
    const value = block?.[name];
    return typeof value === "string" && value !== "" ? [value] : [];
  });
}
