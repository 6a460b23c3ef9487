resource "openstack_keymanager_secret_v1" "certificate" {
  name                 = "check"
  secret_type          = "passphrase"
  payload              = "check"
  payload_content_type = "text/plain"
}
