"""Steps that wait for one another and otherwise run side by side."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from graphlib import TopologicalSorter


@dataclass(frozen=True)
class Step:
    name: str
    action: Callable[[threading.Event], None]
    after: tuple[str, ...] = ()


def run_all(steps: list[Step]) -> None:
    """Runs every step once those named in `after` are over. After a failure nothing new starts; the first is raised."""
    TopologicalSorter({step.name: step.after for step in steps}).prepare()  # a cycle would wait for ever
    over = {step.name: threading.Event() for step in steps}
    halt = threading.Event()
    failures: list[BaseException] = []

    def work(step: Step) -> None:
        for name in step.after:
            over[name].wait()
        try:
            if not halt.is_set():
                step.action(halt)
        except BaseException as error:
            failures.append(error)
            halt.set()
        finally:
            over[step.name].set()

    threads = [threading.Thread(target=work, args=(step,), name=step.name, daemon=True) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
