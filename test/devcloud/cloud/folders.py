"""Every place and every name that more than one file needs."""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ["DEVCLOUD_HOME"])

#: Holds sockets, whose paths may have 107 bytes at most, and process ids, which a reboot must forget.
RUN = Path(os.environ.get("DEVCLOUD_RUN", "/run/beffroi-devcloud"))

VENV = HOME / "venv"
ETC = HOME / "etc"
DATA = HOME / "data"
LOG = HOME / "log"
OLD_LOG = HOME / "log.previous"
SEED = HOME / "seed"
CLOUDS = HOME / "clouds.yaml"

#: The password of everybody: the cloud listens on loopback only and holds nothing.
PASSWORD = "devcloud"

#: Name of the only host, for every service.
HOST = "devcloud"


def environment() -> dict[str, str]:
    """What daemons and commands see: nothing of the caller's, who may have OS_*, proxies or Python settings."""
    return {
        "PATH": f"{VENV}/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": str(RUN),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ETC / "stand_ins"),
        # glibc gives each thread its own heap, which forty idle daemons never return
        "MALLOC_ARENA_MAX": "2",
        # numpy is loaded by some services, and would start a thread for each core
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
