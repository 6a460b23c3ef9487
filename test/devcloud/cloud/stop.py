"""`stop` and `reset`."""

import shutil
import signal
import time
from pathlib import Path

from .daemon import Daemon
from .folders import DATA, ETC
from .service import all_services

#: Octavia's driver that does nothing keeps its notes there, whatever the configuration says.
OCTAVIA_NOTES = Path("/tmp/octavia-network-noop.db")

#: Seconds until a daemon that was asked to end is killed: those of OpenStack keep nothing in memory, the database does.
GRACE = {"mariadb": 60}
DEFAULT_GRACE = 5


def stop() -> None:
    """Services first, then what they all stand on."""
    services = all_services().values()
    for group in ([s for s in services if s.needs], [s for s in services if not s.needs]):
        end([daemon for service in group for daemon in service.all_daemons()])


def end(daemons: list[Daemon]) -> None:
    alive = [daemon for daemon in daemons if daemon.pid()]
    for daemon in alive:
        daemon.signal(signal.SIGTERM)
    begin = time.monotonic()
    while alive := [daemon for daemon in alive if daemon.pid()]:
        for daemon in alive:
            if time.monotonic() - begin > GRACE.get(daemon.name, DEFAULT_GRACE):
                daemon.signal(signal.SIGKILL)
        time.sleep(0.1)
    for daemon in daemons:
        daemon.pid_file.unlink(missing_ok=True)


def reset() -> None:
    """Stops, and forgets what the cloud held; logs stay."""
    stop()
    for folder in (DATA, ETC):
        shutil.rmtree(folder, ignore_errors=True)
    OCTAVIA_NOTES.unlink(missing_ok=True)
