"""A cinder back end whose volumes hold nothing: every call succeeds at once."""

from cinder import interface
from cinder.volume import driver


@interface.volumedriver
class NowhereDriver(driver.VolumeDriver):
    VERSION = "1"

    def check_for_setup_error(self):
        pass

    def create_volume(self, volume):
        return {}

    def create_cloned_volume(self, volume, source):
        return {}

    def create_volume_from_snapshot(self, volume, snapshot):
        return {}

    def clone_image(self, context, volume, location, image, service):
        return {}, True

    # not cloned when the volume is encrypted
    def copy_image_to_volume(self, context, volume, service, image, disable_sparse=False):
        pass

    def copy_image_to_encrypted_volume(self, context, volume, service, image, disable_sparse=False):
        pass

    def extend_volume(self, volume, gib):
        pass

    def delete_volume(self, volume):
        pass

    def create_snapshot(self, snapshot):
        return {}

    def delete_snapshot(self, snapshot):
        pass

    def revert_to_snapshot(self, context, volume, snapshot):
        pass

    def retype(self, context, volume, new_type, diff, host):
        return True, {}

    def ensure_export(self, context, volume):
        return {}

    def create_export(self, context, volume, connector):
        return {}

    def remove_export(self, context, volume):
        pass

    def initialize_connection(self, volume, connector):
        return {"driver_volume_type": "fake", "data": {"volume_id": volume["id"]}}

    def terminate_connection(self, volume, connector, **kwargs):
        pass

    def _update_volume_stats(self):
        self._stats = {
            "volume_backend_name": self.configuration.safe_get("volume_backend_name"),
            "vendor_name": "devcloud",
            "driver_version": self.VERSION,
            "storage_protocol": "fake",
            "total_capacity_gb": 1_000_000,
            "free_capacity_gb": 1_000_000,
            "reserved_percentage": 0,
            "multiattach": True,
        }
