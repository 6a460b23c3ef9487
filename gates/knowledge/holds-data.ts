/**
 * Resources whose loss is a loss of data. A project is among them: its deletion takes all that is in it. A key is one
 * too: without it what it encrypts is lost.
 */
export const HOLDS_DATA: readonly string[] = [
  "openstack_blockstorage_volume_v3",
  "openstack_db_database_v1",
  "openstack_db_instance_v1",
  "openstack_dns_zone_v2",
  "openstack_identity_project_v3",
  "openstack_keymanager_secret_v1",
  "openstack_objectstorage_container_v1",
  "openstack_objectstorage_object_v1",
  "openstack_sharedfilesystem_share_v2",
];
