"""Stands in for ovn-controller on one host without a datapath.

It registers the host, follows the configuration number (so that neutron sees a living agent) and claims the ports that
neutron binds to the host (so that ports, routers and floating IPs become active). Arguments: the southbound database's
address, and the host's name.
"""

import sys
import time

from ovs.db.idl import Idl, SchemaHelper, Transaction
from ovs.poller import Poller

SCHEMA = "/usr/share/ovn/ovn-sb.ovsschema"
TABLES = ("Chassis", "Chassis_Private", "Encap", "Port_Binding", "SB_Global", "Service_Monitor")

#: What neutron asks of a host before it binds ports there or makes it a gateway.
CONFIGURATION = {
    "ovn-bridge-mappings": "external:br-ex",
    "ovn-cms-options": "enable-chassis-as-gw",
    "datapath-type": "system",
    "iface-types": "geneve,internal",
    "port-up-notif": "true",
}


class Host:
    def __init__(self, database: Idl, name: str):
        self.database = database
        self.name = name

    def rows(self, table):
        return list(self.database.tables[table].rows.values())

    def mine(self, table):
        return next((row for row in self.rows(table) if row.name == self.name), None)

    def catch_up(self) -> None:
        """Puts right, in one transaction, whatever a real controller would have put right by now."""
        transaction = Transaction(self.database)
        chassis = self.mine("Chassis") or self.register(transaction)
        self.follow(transaction, chassis)
        for port in self.rows("Port_Binding"):
            self.claim(port, chassis)
        for monitor in self.rows("Service_Monitor"):
            if monitor.status != ["online"]:
                monitor.status = ["online"]
        result = transaction.commit_block()
        if result == Transaction.SUCCESS:
            print(time.strftime("%F %T"), "caught up", flush=True)
        elif result != Transaction.UNCHANGED:
            raise RuntimeError(Transaction.status_to_string(result))

    def register(self, transaction):
        tunnel = transaction.insert(self.database.tables["Encap"])
        tunnel.type, tunnel.ip, tunnel.chassis_name, tunnel.options = "geneve", "127.0.0.1", self.name, {"csum": "true"}
        chassis = transaction.insert(self.database.tables["Chassis"])
        chassis.name = chassis.hostname = self.name
        chassis.encaps = [tunnel]
        chassis.other_config = chassis.external_ids = CONFIGURATION
        return chassis

    def follow(self, transaction, chassis) -> None:
        wanted = next((row.nb_cfg for row in self.rows("SB_Global")), 0)
        private = self.mine("Chassis_Private")
        if private is None:
            private = transaction.insert(self.database.tables["Chassis_Private"])
            private.name, private.chassis = self.name, [chassis]
        elif private.nb_cfg == wanted:
            return
        private.nb_cfg, private.nb_cfg_timestamp = wanted, int(time.time() * 1000)

    def claim(self, port, chassis) -> None:
        if port.type == "chassisredirect":
            ours = True
        elif port.type in ("", "virtual"):
            ours = port.options.get("requested-chassis", "").split(",")[0] == self.name
        else:
            return
        held = bool(port.chassis) and port.chassis[0].uuid == chassis.uuid
        if ours and not (held and port.up == [True]):
            port.chassis, port.up = [chassis], [True]
        elif held and not ours:
            port.chassis, port.up = [], [False]


def main(address: str, name: str) -> None:
    schema = SchemaHelper(SCHEMA)
    for table in TABLES:
        schema.register_table(table)
    database = Idl(address, schema)
    host = Host(database, name)
    seen = None
    while True:
        database.run()
        if database.has_ever_connected() and database.change_seqno != seen:
            seen = database.change_seqno
            try:
                host.catch_up()
            except Exception as error:  # a row may vanish under us: look again
                print(time.strftime("%F %T"), repr(error), flush=True)
                time.sleep(0.2)
                seen = None
            continue
        poller = Poller()
        database.wait(poller)
        poller.block()


main(*sys.argv[1:])
