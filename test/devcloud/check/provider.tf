terraform {
  required_providers {
    openstack = {
      source  = "terraform-provider-openstack/openstack"
      version = "3.4.0"
    }
  }
}

# the member of one project
provider "openstack" {
  cloud = "devcloud"
}

# who may make projects and users, in one domain
provider "openstack" {
  alias = "tenants"
  cloud = "devcloud-tenants"
}

provider "openstack" {
  alias = "admin"
  cloud = "devcloud-admin"
}
