"""Templates (Jinja) into configuration files."""

import shutil
from pathlib import Path
from typing import Any

import jinja2

from .content import content
from .folders import DATA, ETC, HERE, HOST, LOG, PASSWORD, RUN, VENV

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "services"),
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def values(service: str) -> dict[str, Any]:
    """What a service's templates may use; `etc`, `data` and `run` are its own folders."""
    return {
        "etc": ETC / service,
        "data": DATA / service,
        "run": RUN / service,
        "sockets": RUN,
        "log": LOG,
        "venv": VENV,
        "stand_ins": ETC / "stand_ins",
        "host": HOST,
        "password": PASSWORD,
        "region": content()["region"],
        "zones": content()["zones"],
        "externalNetwork": content()["externalNetwork"],
        "defaultVolumeType": next(iter(content()["volumeTypes"])),
        "shipped": lambda path: (VENV / "etc" / path).read_text(),
    }


def render(template: Path, variables: dict[str, Any]) -> str:
    return TEMPLATES.get_template(str(template.relative_to(HERE / "services"))).render(variables)


def configure(service: str) -> None:
    """Writes the configuration of a service and makes its folders."""
    for parent in (ETC, DATA, RUN):
        (parent / service).mkdir(parents=True, exist_ok=True)
    source = HERE / "services" / service / "etc"
    for template in source.rglob("*"):
        if template.is_file():
            target = ETC / service / template.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(render(template, values(service)))


def copy_stand_ins() -> None:
    """Daemons run a copy, so that the checkout stays as it is and may move."""
    shutil.copytree(
        HERE / "stand_ins", ETC / "stand_ins", dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
    )
