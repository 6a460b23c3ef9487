"""What is done once: databases, schemas, keys. A service half prepared is prepared again from nothing."""

import hashlib
import shlex
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

import pymysql

from .daemon import Daemon
from .failure import Failure
from .folders import DATA, HERE, LOG, RUN, SEED, environment
from .service import Service

#: Schemas are made by programs that keep a core busy each; a few more than cores, so that the longest is not the last.
AT_ONCE = threading.Semaphore(4)


def mark(service: str) -> Path:
    return DATA / service / ".prepared"


def prepare(service: Service) -> float:
    """Gives the seconds that it took."""
    with AT_ONCE:
        begin = time.monotonic()
        shutil.rmtree(DATA / service.name, ignore_errors=True)
        (DATA / service.name).mkdir(parents=True)
        for database in service.databases:
            sql(f"DROP DATABASE IF EXISTS {database}", f"CREATE DATABASE {database}")
        run_commands(service, service.prepare)
        mark(service.name).touch()
        return time.monotonic() - begin


def finish(service: Service) -> None:
    done = DATA / service.name / ".finished"
    if not done.exists():
        run_commands(service, service.finish)
        done.touch()


def run_commands(service: Service, commands: list[str]) -> None:
    log = LOG / f"{service.name}-commands.log"
    for command in commands:
        with log.open("ab") as out:
            out.write(f"$ {command}\n".encode())
            out.flush()
            words = shlex.split(command)
            done = subprocess.run(words, env=environment(), cwd=RUN, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        if done.returncode != 0:
            raise Failure(f"{service.name}: `{command}` ended with {done.returncode}", log)


def sql(*statements: str) -> list[tuple]:
    """Runs statements as the database's root; gives the rows of the last one."""
    with pymysql.connect(unix_socket=str(RUN / "mariadb" / "mariadb.sock"), user="root") as connection:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return list(cursor.fetchall())


def pins() -> str:
    """What the schemas are made from."""
    sources = [HERE / "constraints.txt", *sorted((HERE / "services").glob("*/service.yaml"))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def plant() -> bool:
    """Puts the seed where there is no data yet; says whether it did."""
    stamp = SEED / "pins"
    if DATA.exists() or not stamp.exists() or stamp.read_text() != pins():
        return False
    shutil.copytree(SEED / "data", DATA)
    return True


def keep_seed(database: Daemon, halt: threading.Event) -> None:
    """Keeps a copy of schemas that nothing has used yet, so that a reset need not make them again."""
    database.signal(signal.SIGTERM)
    while database.pid():
        time.sleep(0.1)
    shutil.rmtree(SEED, ignore_errors=True)
    shutil.copytree(DATA, SEED / "data")
    (SEED / "pins").write_text(pins())
    database.start()
    database.wait(halt)
