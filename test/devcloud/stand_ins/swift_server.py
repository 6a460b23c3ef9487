"""Runs a server of swift with our swift.conf; its own scripts read /etc/swift. Arguments: role, configuration file."""

import sys
from importlib import import_module
from pathlib import Path

from swift.common.utils import set_swift_dir

MODULES = {
    "account": "swift.account.server",
    "container": "swift.container.server",
    "object": "swift.obj.server",
    "proxy": "swift.proxy.server",
}

role, configuration = sys.argv[1:]
set_swift_dir(str(Path(configuration).parent))
server = import_module(MODULES[role])
sys.argv = [f"swift-{role}-server", configuration, "-v"]
sys.exit(server.main())
