"""A service is a folder of services/: service.yaml says what it is, etc/ holds the templates of its configuration."""

from dataclasses import dataclass, field, fields
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import yaml

from .daemon import Daemon
from .failure import Failure
from .folders import HERE, environment
from .render import render, values

FOLDER = HERE / "services"


@dataclass(frozen=True)
class Service:
    name: str

    #: Services without which this one is of no use.
    needs: list[str] = field(default_factory=list)

    #: The others look for it as they start.
    first: bool = False

    #: Databases, made empty before `prepare`.
    databases: list[str] = field(default_factory=list)

    #: Commands that fill the databases and the data folder; run once.
    prepare: list[str] = field(default_factory=list)

    daemons: dict[str, dict[str, Any]] = field(default_factory=dict)

    #: Commands run once, with the whole service up.
    finish: list[str] = field(default_factory=list)

    #: Catalogue entries: service type -> name and address.
    endpoints: dict[str, dict[str, str]] = field(default_factory=dict)

    def all_daemons(self) -> list[Daemon]:
        return [Daemon.parse(name, spec, environment()) for name, spec in self.daemons.items()]


@cache
def all_services() -> dict[str, Service]:
    """Every service, each after those that it needs."""
    found = {path.parent.name: load(path) for path in sorted(FOLDER.glob("*/service.yaml"))}
    order = TopologicalSorter({name: service.needs for name, service in found.items()}).static_order()
    return {name: found[name] for name in order}


def load(path: Path) -> Service:
    name = path.parent.name
    spec = yaml.safe_load(render(path, values(name))) or {}
    unknown = set(spec) - {item.name for item in fields(Service)}
    if unknown:
        raise Failure(f"{path}: unknown {', '.join(sorted(unknown))}")
    return Service(name=name, **spec)


def chosen(names: list[str]) -> list[Service]:
    """The named services and all that they need; every service when none is named."""
    services = all_services()
    unknown = [name for name in names if name not in services]
    if unknown:
        raise Failure(f"no service is called {', '.join(unknown)}; there are: {' '.join(services)}")
    wanted = set(names or services)
    for service in reversed(services.values()):
        if service.name in wanted:
            wanted.update(service.needs)
    return [service for service in services.values() if service.name in wanted]
