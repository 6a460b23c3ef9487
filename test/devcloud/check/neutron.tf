locals {
  zones = { apps = "10.20.1.0/24", data = "10.20.2.0/24" }
}

data "openstack_networking_network_v2" "outside" {
  external = true
}

resource "openstack_networking_network_v2" "zone" {
  for_each              = local.zones
  name                  = "check-${each.key}"
  port_security_enabled = true
  tags                  = ["check"]
}

resource "openstack_networking_subnet_v2" "zone" {
  for_each        = local.zones
  name            = "check-${each.key}"
  network_id      = openstack_networking_network_v2.zone[each.key].id
  cidr            = each.value
  dns_nameservers = ["192.0.2.53"]
}

resource "openstack_networking_router_v2" "exit" {
  name                = "check"
  external_network_id = data.openstack_networking_network_v2.outside.id
}

resource "openstack_networking_router_interface_v2" "zone" {
  for_each  = local.zones
  router_id = openstack_networking_router_v2.exit.id
  subnet_id = openstack_networking_subnet_v2.zone[each.key].id
}

resource "openstack_networking_secgroup_v2" "host" {
  name                 = "check"
  delete_default_rules = true
}

resource "openstack_networking_address_group_v2" "offices" {
  name      = "check"
  addresses = ["198.51.100.0/25", "198.51.100.128/26"]
}

resource "openstack_networking_secgroup_rule_v2" "offices" {
  security_group_id       = openstack_networking_secgroup_v2.host.id
  direction               = "ingress"
  ethertype               = "IPv4"
  protocol                = "tcp"
  port_range_min          = 443
  port_range_max          = 443
  remote_address_group_id = openstack_networking_address_group_v2.offices.id
}

resource "openstack_networking_secgroup_rule_v2" "out" {
  security_group_id = openstack_networking_secgroup_v2.host.id
  direction         = "egress"
  ethertype         = "IPv4"
  protocol          = "udp"
  port_range_min    = 53
  port_range_max    = 53
  remote_ip_prefix  = "192.0.2.53/32"
}

resource "openstack_networking_port_v2" "host" {
  for_each           = { one = "apps", two = "data" }
  name               = "check-${each.key}"
  network_id         = openstack_networking_network_v2.zone[each.value].id
  security_group_ids = [openstack_networking_secgroup_v2.host.id]

  fixed_ip {
    subnet_id = openstack_networking_subnet_v2.zone[each.value].id
  }
}

resource "openstack_networking_floatingip_v2" "entry" {
  pool = data.openstack_networking_network_v2.outside.name
}

resource "openstack_networking_floatingip_associate_v2" "entry" {
  floating_ip = openstack_networking_floatingip_v2.entry.address
  port_id     = openstack_networking_port_v2.host["one"].id
  depends_on  = [openstack_networking_router_interface_v2.zone]
}
