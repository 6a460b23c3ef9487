resource "openstack_blockstorage_volume_v3" "data" {
  for_each             = toset(["one", "two"])
  name                 = "check-${each.key}"
  size                 = 10
  volume_type          = "luks"
  enable_online_resize = true
}
