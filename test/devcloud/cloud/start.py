"""`start`: everything that can run side by side does; what must wait says so in service.yaml (`after`)."""

import shutil
import sys
import threading
import time

from . import catalogue, fill, prepare, ready
from .daemon import Daemon
from .failure import Failure
from .folders import CLOUDS, LOG, OLD_LOG, RUN
from .graph import Step, run_all
from .render import configure, copy_stand_ins
from .service import Service, all_services, chosen

#: The step after which every service is prepared.
PREPARED = "prepared"

#: The step after which the services that others look for as they start are there.
FIRST = "first"


def start(names: list[str]) -> None:
    begin = time.monotonic()

    def say(text: str) -> None:
        # one write, so that two threads' lines stay whole
        sys.stdout.write(f"{time.monotonic() - begin:6.1f} s  {text}\n")
        sys.stdout.flush()

    services = chosen(names + running()) if names else chosen([])
    refuse_taken_ports(services)
    RUN.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not running():
        put_logs_aside()
    LOG.mkdir(exist_ok=True)
    if prepare.plant():
        say("schemas copied from the last first start")
    copy_stand_ins()
    for service in services:
        configure(service.name)
    run_all(steps(services, say))
    say(f"ready: export OS_CLIENT_CONFIG_FILE={CLOUDS} OS_CLOUD=devcloud")


def running() -> list[str]:
    return [
        service.name for service in all_services().values() if any(daemon.pid() for daemon in service.all_daemons())
    ]


def refuse_taken_ports(services: list[Service]) -> None:
    blocked = [daemon for service in services for daemon in service.all_daemons() if daemon.blocked()]
    if blocked:
        places = "\n".join(f"  127.0.0.1:{daemon.tcp_port()} for {daemon.name}" for daemon in blocked)
        raise Failure(f"nothing was started: something else listens on\n{places}")


def put_logs_aside() -> None:
    """The logs of the run before stay until the next one."""
    if LOG.exists():
        shutil.rmtree(OLD_LOG, ignore_errors=True)
        LOG.rename(OLD_LOG)


def steps(services: list[Service], say) -> list[Step]:
    made: list[str] = []
    found: list[Step] = []

    def prepare_one(service: Service):
        def action(_: threading.Event) -> None:
            if not prepare.mark(service.name).exists():
                seconds = prepare.prepare(service)
                made.append(service.name)
                say(f"{service.name} prepared in {seconds:.1f} s")

        return action

    def seed(halt: threading.Event) -> None:
        if made and not fill.filled():
            prepare.keep_seed(daemons["mariadb"], halt)
            say("schemas kept for the next reset")

    def run(daemon: Daemon):
        def action(halt: threading.Event) -> None:
            daemon.start()
            daemon.wait(halt)

        return action

    daemons = {daemon.name: daemon for service in services for daemon in service.all_daemons()}
    up = []
    for service in services:
        if service.prepare:
            database = ("mariadb",) if service.databases else ()
            found.append(Step(f"prepare {service.name}", prepare_one(service), database))
        for daemon in service.all_daemons():
            before = ["prepare mariadb"] if daemon.name == "mariadb" else [*daemon.after]
            if service.prepare and daemon.name != "mariadb":
                before.append(PREPARED)
            # thirty programs that start at once on two cores all come late: first those that others wait for
            if "keystone" in service.needs and not service.first:
                before.append(FIRST)
            found.append(Step(daemon.name, run(daemon), tuple(before)))
        everything = tuple(service.daemons)
        up.append(f"{service.name} is up")
        found.append(Step(up[-1], told(say, up[-1]), everything))
        if service.finish:
            up.append(f"finish {service.name}")
            found.append(Step(up[-1], lambda _, service=service: prepare.finish(service), everything))
    found.append(Step(PREPARED, seed, tuple(step.name for step in found if step.name.startswith("prepare "))))
    first = [name for service in services if service.first for name in service.daemons]
    found.append(Step(FIRST, lambda _: None, (*first, "catalogue")))
    found.append(Step("catalogue", lambda _: catalogue.update(services), ("keystone",)))
    found.append(Step("ready", lambda halt: ready.wait(services, halt), (*up, "catalogue")))
    found.append(Step("fill", lambda _: fill.fill(services), ("ready",)))
    return found


def told(say, text: str):
    return lambda halt: None if halt.is_set() else say(text)
