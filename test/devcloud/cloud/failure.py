"""What is told, without a traceback, when the cloud cannot do what was asked."""

from pathlib import Path

TAIL = 20


class Failure(Exception):
    """Something went wrong outside this code; with a log, its end is shown."""

    def __init__(self, message: str, log: Path | None = None):
        super().__init__(message)
        self.log = log

    def text(self) -> str:
        if self.log is None or not self.log.exists():
            return str(self)
        lines = self.log.read_text(errors="replace").splitlines()[-TAIL:]
        return "\n".join([f"{self}; the end of {self.log}:", *(f"  | {line}" for line in lines)])
