"""`status`: what runs, and the memory that it takes."""

from pathlib import Path

from .service import all_services


def status() -> int:
    """Exit code: 0 when every daemon of every service that has one running lives and answers, 1 otherwise."""
    memory = memory_by_group()
    total, running, broken = 0, 0, 0
    for service in all_services().values():
        daemons = service.all_daemons()
        if not any(daemon.pid() for daemon in daemons):
            continue
        for daemon in daemons:
            pid = daemon.pid()
            state = "dead" if pid is None else "up" if daemon.answers() else "silent"
            used = memory.get(pid, 0) if pid else 0
            total += used
            running += 1
            broken += state != "up"
            print(f"{service.name:<11}{daemon.name:<20}{state:<8}{pid or '-':>8}{used / 1024:>8.0f} MiB")
    print(f"{running - broken} of {running} daemons up, {total / 1024:.0f} MiB" if running else "stopped")
    return 0 if running and not broken else 1


def memory_by_group() -> dict[int, int]:
    """KiB of each process group; a page shared by n processes counts as 1/n in each (PSS)."""
    found: dict[int, int] = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            group = int((process / "stat").read_text().rpartition(")")[2].split()[2])
            lines = (process / "smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        used = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
        found[group] = found.get(group, 0) + used
    return found
