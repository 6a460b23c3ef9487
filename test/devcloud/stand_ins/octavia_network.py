"""Octavia's network driver when the load balancers' machines do not exist.

What a user can see (the address's port, its security group, the checks of subnets) is made in the real neutron by
octavia's own driver; the ports of the machines are left to octavia's driver that does nothing. That one alone would not
do: it invents an address whose port neutron does not know.
"""

from octavia.network.drivers.neutron.allowed_address_pairs import AllowedAddressPairsDriver
from octavia.network.drivers.noop_driver.driver import NoopNetworkDriver

MACHINE_CALLS = (
    "apply_qos_on_port",
    "create_port",
    "delete_port",
    "failover_preparation",
    "get_network_configs",
    "get_plugged_networks",
    "plug_aap_port",
    "plug_fixed_ip",
    "plug_port",
    "set_port_admin_state_up",
    "unplug_aap_port",
    "unplug_fixed_ip",
    "unplug_network",
    "update_aap_port_sg",
)


class DevcloudNetworkDriver(AllowedAddressPairsDriver):
    def __init__(self):
        super().__init__()
        self.nowhere = NoopNetworkDriver()


def left_out(name):
    def call(self, *args, **kwargs):
        return getattr(self.nowhere, name)(*args, **kwargs)

    return call


for name in MACHINE_CALLS:
    setattr(DevcloudNetworkDriver, name, left_out(name))
