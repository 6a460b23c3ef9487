data "openstack_identity_project_v3" "hosting" {
  provider = openstack.admin
  name     = "hosting"
}

data "openstack_identity_role_v3" "member" {
  provider = openstack.tenants
  name     = "member"
}

resource "openstack_identity_project_v3" "town" {
  provider  = openstack.tenants
  name      = "check-town"
  domain_id = data.openstack_identity_project_v3.hosting.domain_id
  tags      = ["check"]
}

resource "openstack_identity_user_v3" "deploy" {
  provider           = openstack.tenants
  name               = "check-deploy"
  domain_id          = data.openstack_identity_project_v3.hosting.domain_id
  default_project_id = openstack_identity_project_v3.town.id
  password           = "check-check"
}

resource "openstack_identity_role_assignment_v3" "deploy" {
  provider   = openstack.tenants
  user_id    = openstack_identity_user_v3.deploy.id
  project_id = openstack_identity_project_v3.town.id
  role_id    = data.openstack_identity_role_v3.member.id
}

resource "openstack_identity_application_credential_v3" "pipeline" {
  name = "check-pipeline"
  # the API answers with the roles that are implied, too
  roles      = ["member", "reader"]
  expires_at = "2099-01-01T00:00:00Z"
}

resource "openstack_identity_ec2_credential_v3" "s3" {}

output "s3" {
  value     = { key = openstack_identity_ec2_credential_v3.s3.access, secret = openstack_identity_ec2_credential_v3.s3.secret }
  sensitive = true
}
