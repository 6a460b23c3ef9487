"""nova-compute over nova's fake hypervisor, with a memory: servers are still there after it has restarted.

Without that they could not be stopped any more, and who stops before destroying would wait for ever. (Its own launcher,
as nova loads drivers from its own package only.)
"""

import sys

from nova.cmd import compute  # first: it patches the threads, before anything else is loaded

from nova import context, objects  # isort: skip
from nova.compute import vm_states  # isort: skip
from nova.virt import fake  # isort: skip

NEVER_RAN = (vm_states.BUILDING, vm_states.DELETED, vm_states.SOFT_DELETED, vm_states.ERROR)


# not plain FakeDriver: its host has another identity at each start, which nova refuses
class NowhereDriver(fake.FakeDriverWithoutFakeNodes):
    def init_host(self, host):
        super().init_host(host)
        admin = context.get_admin_context()
        for instance in objects.InstanceList.get_by_host(admin, host, expected_attrs=["flavor", "info_cache"]):
            if instance.vm_state not in NEVER_RAN:
                self.adopt(instance)

    def adopt(self, instance):
        flavour = instance.flavor
        self.instances[instance.uuid] = fake.FakeInstance(instance.name, instance.power_state, instance.uuid)
        self.resources.claim(vcpus=flavour.vcpus, mem=flavour.memory_mb, disk=flavour.root_gb)
        for interface in instance.get_network_info():
            self._interfaces[interface["id"]] = interface


sys.modules["nova.virt.nowhere"] = sys.modules[__name__]
sys.exit(compute.main())
