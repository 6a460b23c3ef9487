"""Makes the rings of a swift with one device and one replica. Argument: the folder."""

import sys
from pathlib import Path

from swift.common.ring import RingBuilder

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for port, name in enumerate(("account", "container", "object"), 6210):
    builder = RingBuilder(part_power=4, replicas=1, min_part_hours=1)
    builder.add_dev({"region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "d1", "weight": 1})
    builder.rebalance()
    builder.get_ring().save(str(folder / f"{name}.ring.gz"))
(folder.parent / "devices" / "d1").mkdir(parents=True, exist_ok=True)
