resource "openstack_lb_loadbalancer_v2" "entry" {
  name          = "check"
  vip_subnet_id = openstack_networking_subnet_v2.zone["apps"].id
}

resource "openstack_lb_listener_v2" "https" {
  name            = "check"
  loadbalancer_id = openstack_lb_loadbalancer_v2.entry.id
  protocol        = "HTTPS"
  protocol_port   = 443
  allowed_cidrs   = ["198.51.100.0/24"]
}

resource "openstack_lb_pool_v2" "hosts" {
  name        = "check"
  listener_id = openstack_lb_listener_v2.https.id
  protocol    = "HTTPS"
  lb_method   = "ROUND_ROBIN"
}

resource "openstack_lb_member_v2" "one" {
  pool_id       = openstack_lb_pool_v2.hosts.id
  subnet_id     = openstack_networking_subnet_v2.zone["apps"].id
  address       = openstack_networking_port_v2.host["one"].all_fixed_ips[0]
  protocol_port = 443
}

resource "openstack_lb_monitor_v2" "hosts" {
  pool_id     = openstack_lb_pool_v2.hosts.id
  type        = "TLS-HELLO"
  delay       = 5
  timeout     = 3
  max_retries = 3
}
