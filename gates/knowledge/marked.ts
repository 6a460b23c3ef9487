/** Where each type of resource carries marks: tags (`key=value`) or metadata. Other types can carry none. */
export const CARRIES_MARKS: Readonly<Record<string, readonly ("tags" | "metadata")[]>> = {
  openstack_blockstorage_volume_v3: ["metadata"],
  openstack_compute_instance_v2: ["metadata", "tags"],
  openstack_identity_project_v3: ["tags"],
  openstack_lb_listener_v2: ["tags"],
  openstack_lb_loadbalancer_v2: ["tags"],
  openstack_lb_pool_v2: ["tags"],
  openstack_networking_floatingip_v2: ["tags"],
  openstack_networking_network_v2: ["tags"],
  openstack_networking_port_v2: ["tags"],
  openstack_networking_router_v2: ["tags"],
  openstack_networking_secgroup_v2: ["tags"],
  openstack_networking_subnet_v2: ["tags"],
  openstack_networking_subnetpool_v2: ["tags"],
  openstack_networking_trunk_v2: ["tags"],
  openstack_objectstorage_container_v1: ["metadata"],
  openstack_sharedfilesystem_share_v2: ["metadata"],
};
