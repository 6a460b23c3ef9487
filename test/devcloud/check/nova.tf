data "openstack_images_image_v2" "debian" {
  name = "debian-13-20260914"
}

resource "openstack_compute_keypair_v2" "operator" {
  name       = "check"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFLdpEiJLUC0hGrAn2sgzUcrWJmHo0C0KM7ZyD7zZ1jV check"
}

resource "openstack_compute_servergroup_v2" "apart" {
  name     = "check"
  policies = ["soft-anti-affinity"]
}

resource "openstack_compute_flavor_v2" "disk" {
  provider  = openstack.admin
  name      = "check-disk"
  vcpus     = 1
  ram       = 1024
  disk      = 10
  is_public = true
}

# from the disk of its flavour
resource "openstack_compute_instance_v2" "one" {
  name                = "check-one"
  flavor_id           = openstack_compute_flavor_v2.disk.id
  image_id            = data.openstack_images_image_v2.debian.id
  key_pair            = openstack_compute_keypair_v2.operator.name
  config_drive        = true
  user_data           = "#cloud-config\n"
  stop_before_destroy = true
  metadata            = { town = "check" }

  network {
    port = openstack_networking_port_v2.host["one"].id
  }

  scheduler_hints {
    group = openstack_compute_servergroup_v2.apart.id
  }
}

# from an encrypted volume made of an image, as the flavour has no disk
resource "openstack_compute_instance_v2" "two" {
  name                = "check-two"
  flavor_name         = "c1-r2"
  stop_before_destroy = true

  network {
    port = openstack_networking_port_v2.host["two"].id
  }

  block_device {
    source_type           = "image"
    uuid                  = data.openstack_images_image_v2.debian.id
    destination_type      = "volume"
    volume_type           = "luks"
    volume_size           = 20
    boot_index            = 0
    delete_on_termination = true
  }
}

resource "openstack_compute_volume_attach_v2" "one" {
  instance_id = openstack_compute_instance_v2.one.id
  volume_id   = openstack_blockstorage_volume_v3.data["one"].id
}

resource "openstack_compute_volume_attach_v2" "two" {
  instance_id = openstack_compute_instance_v2.two.id
  volume_id   = openstack_blockstorage_volume_v3.data["two"].id
}
