"""content.yaml: what the cloud holds when it is ready."""

from functools import cache
from typing import Any

import yaml

from .folders import HERE

FILE = HERE / "content.yaml"


@cache
def content() -> dict[str, Any]:
    return yaml.safe_load(FILE.read_text())
