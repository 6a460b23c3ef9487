resource "openstack_dns_zone_v2" "town" {
  name  = "check.example."
  email = "hostmaster@check.example"
  ttl   = 300
}

resource "openstack_dns_recordset_v2" "www" {
  zone_id = openstack_dns_zone_v2.town.id
  name    = "www.check.example."
  type    = "A"
  ttl     = 60
  records = ["192.0.2.1"]
}
