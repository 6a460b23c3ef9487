"""All that exists in the cloud: what inventory.yaml asks of the databases, and swift's containers and objects."""

import json
import sqlite3
from typing import NamedTuple

import yaml

from .daemon import Daemon
from .failure import Failure
from .folders import DATA, HERE
from .prepare import sql
from .service import all_services


class Thing(NamedTuple):
    kind: str
    id: str
    name: str
    owner: str


def inventory() -> set[Thing]:
    database: Daemon = all_services()["mariadb"].all_daemons()[0]
    if not database.pid():
        raise Failure("the devcloud does not run: npm run devcloud start")
    return swift_things() | {
        Thing(kind, *(str(value or "") for value in row))
        for name, queries in yaml.safe_load((HERE / "inventory.yaml").read_text()).items()
        if sql(f"SHOW DATABASES LIKE '{name}'")
        for kind, query in queries.items()
        for row in sql(f"USE {name}", query)
    }


def swift_things() -> set[Thing]:
    """Swift keeps a database for each container, and marks what was deleted."""
    found = set()
    for path in (DATA / "swift" / "devices").glob("d1/containers/**/*.db"):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            alive = "SELECT account, container FROM container_info WHERE status <> 'DELETED'"
            for account, container in database.execute(alive):
                found.add(Thing("container", container, container, account))
                for (name,) in database.execute("SELECT name FROM object WHERE deleted = 0"):
                    found.add(Thing("object", f"{container}/{name}", name, f"{account}/{container}"))
        database.close()
    return found


def show() -> None:
    for thing in sorted(inventory()):
        print(json.dumps(thing._asdict(), ensure_ascii=False))
