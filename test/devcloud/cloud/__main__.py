"""npm run devcloud COMMAND: one at a time, whoever calls."""

import argparse
import fcntl
import os
import sys

from .failure import Failure
from .folders import HOME


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="devcloud", description="A real OpenStack control plane on loopback, for tests."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("install", help="install what is missing of the pinned packages")
    start = commands.add_parser("start", help="start what does not run yet, and wait until it is ready")
    start.add_argument(
        "services", nargs="*", help="only these and what they need (default: $DEVCLOUD_SERVICES, else all)"
    )
    commands.add_parser("stop", help="stop everything; the data stays")
    commands.add_parser("reset", help="stop everything and forget the data")
    commands.add_parser("status", help="what runs, and the memory that it takes")
    commands.add_parser("inventory", help="everything that exists in the cloud, read from its databases")
    commands.add_parser("check", help="apply, plan, destroy with the real provider; nothing may be left")
    options = parser.parse_args()
    lock = (HOME / "lock").open("w")
    if options.command not in ("status", "inventory"):
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        return perform(options) or 0
    except Failure as failure:
        print(failure.text(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; `npm run devcloud stop` stops what was started", file=sys.stderr)
        return 130


def perform(options: argparse.Namespace) -> int | None:
    # each command loads what it needs: the OpenStack client alone takes a second
    match options.command:
        case "start":
            from .start import start

            return start(options.services or os.environ.get("DEVCLOUD_SERVICES", "").split())
        case "stop":
            from .stop import stop

            return stop()
        case "reset":
            from .stop import reset

            return reset()
        case "status":
            from .status import status

            return status()
        case "inventory":
            from .inventory import show

            return show()
        case "check":
            from .check import check

            return check()


sys.exit(main())
