"""Waits for what only a question to the cloud can tell, once every daemon answers."""

import threading
import time

from .connection import admin
from .failure import Failure
from .service import Service

#: Seconds.
PATIENCE = 60


def wait(services: list[Service], halt: threading.Event) -> None:
    cloud = admin()
    names = {service.name for service in services}
    questions = [(text, ask) for name, text, ask in QUESTIONS if name in names]
    end = time.monotonic() + PATIENCE
    while missing := [text for text, ask in questions if not ask(cloud)]:
        if halt.wait(0.5):
            return
        if time.monotonic() > end:
            raise Failure(f"after {PATIENCE} s still missing: {', '.join(missing)}")


QUESTIONS = [
    ("nova", "the host in nova's cell", lambda cloud: any(cloud.compute.hypervisors())),
    ("neutron", "the host in neutron", lambda cloud: any(agent.is_alive for agent in cloud.network.agents())),
]
