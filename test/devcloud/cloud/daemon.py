"""One long-running process, in a session of its own, so that it and its children are stopped together."""

import os
import shlex
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import amqp

from .failure import Failure
from .folders import LOG, RUN

#: How long a daemon may take to answer, in seconds: a loaded machine of two cores needs a third of it.
PATIENCE = 240


@dataclass(frozen=True)
class Daemon:
    name: str
    command: list[str]
    env: dict[str, str]

    #: Steps that must be over before it starts; its own service is prepared by then.
    after: list[str] = field(default_factory=list)

    #: Answers there, once up: an address, a TCP port of loopback, a socket's path, or a queue that it listens to.
    #: Without any, it is up once started. (Not the heartbeats that the APIs show: an old one counts for a minute.)
    http: str | None = None
    port: int | None = None
    socket: str | None = None
    queue: str | None = None

    @staticmethod
    def parse(name: str, spec: dict[str, Any], base: dict[str, str]) -> "Daemon":
        rest = {key: value for key, value in spec.items() if key not in ("run", "env")}
        env = {key: str(value) for key, value in spec.get("env", {}).items()}
        return Daemon(name=name, command=shlex.split(spec["run"]), env={**base, **env}, **rest)

    @property
    def log(self) -> Path:
        return LOG / f"{self.name}.log"

    @property
    def pid_file(self) -> Path:
        return RUN / f"{self.name}.pid"

    def pid(self) -> int | None:
        """Process id, when it lives; its start time tells it from a stranger who got the same number."""
        try:
            pid, born = self.pid_file.read_text().split()
        except (FileNotFoundError, ValueError):
            return None
        return int(pid) if birth(int(pid)) == born else None

    def start(self) -> None:
        if self.pid():
            return
        with self.log.open("ab") as log:
            child = subprocess.Popen(
                self.command,
                env=self.env,
                cwd=RUN,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.pid_file.write_text(f"{child.pid} {birth(child.pid)}")

    def wait(self, halt: threading.Event) -> None:
        """Until it answers; a daemon that dies, or that nobody waits for any more, ends the wait."""
        end = time.monotonic() + PATIENCE
        while not self.answers():
            if halt.wait(0.25):
                return
            if not self.pid():
                raise Failure(f"{self.name} died as it started", self.log)
            if time.monotonic() > end:
                raise Failure(f"{self.name} lives, but did not answer within {PATIENCE} s", self.log)

    def answers(self) -> bool:
        if self.http:
            return http_answers(self.http)
        if self.port:
            return tcp_answers(self.port)
        if self.socket:
            return Path(self.socket).exists()
        if self.queue:
            return queue_answers(self.queue)
        return True

    def tcp_port(self) -> int | None:
        return self.port or (int(self.http.split(":")[2].split("/")[0]) if self.http else None)

    def blocked(self) -> bool:
        """Somebody else listens where it will."""
        port = self.tcp_port()
        return port is not None and not self.pid() and tcp_answers(port)

    def signal(self, number: signal.Signals) -> None:
        pid = self.pid()
        if pid:
            try:
                os.killpg(pid, number)
            except ProcessLookupError:
                pass


def birth(pid: int) -> str | None:
    """Start time of a living process, in clock ticks since boot."""
    try:
        state, *rest = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return None
    return None if state == "Z" else rest[18]


def tcp_answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            return True
    except OSError:
        return False


def queue_answers(name: str) -> bool:
    try:
        with amqp.Connection("127.0.0.1:5672", "guest", "guest", connect_timeout=2) as connection:
            return connection.channel().queue_declare(name, passive=True).consumer_count > 0
    except (amqp.NotFound, OSError):
        return False


def http_answers(url: str) -> bool:
    """Any answer below 500 will do: some APIs want a token even for their front page, or offer versions (300)."""
    try:
        with urllib.request.urlopen(url, timeout=10):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False
