resource "openstack_objectstorage_container_v1" "documents" {
  name          = "check-documents"
  versioning    = true
  force_destroy = true
  metadata      = { "Quota-Bytes" = tostring(5 * pow(1024, 3)), "Town" = "check" }
}

resource "openstack_objectstorage_object_v1" "document" {
  container_name = openstack_objectstorage_container_v1.documents.name
  name           = "2026/délibération.txt"
  content        = "check"
  content_type   = "text/plain"
}
