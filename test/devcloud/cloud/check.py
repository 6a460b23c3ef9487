"""`check`: the real OpenTofu and provider make, plan again and destroy check/*.tf; the inventory is then as before."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import boto3

from .content import content
from .failure import Failure
from .folders import CLOUDS, HERE, HOME
from .inventory import inventory
from .start import running

VERSION = "3.4.0"
S3 = "http://127.0.0.1:6208"
PROVIDER = f"terraform-provider-openstack_v{VERSION}"


def check() -> None:
    tofu, provider = tools()
    services = running()
    before = inventory()
    # on success the folder goes; on failure it stays, with the state of what may still be in the cloud
    folder = Path(tempfile.mkdtemp(prefix="check-", dir=HOME))
    for name in ["provider", *services]:
        if (HERE / "check" / f"{name}.tf").exists():
            shutil.copy(HERE / "check" / f"{name}.tf", folder)
    settings = with_mirror(folder, provider)

    def run(*words: str) -> int:
        begin = time.monotonic()
        log = folder / f"{words[0]}.log"
        with log.open("w") as out:
            code = subprocess.run(
                [tofu, *words, "-no-color"], cwd=folder, env=settings, stdout=out, stderr=out
            ).returncode
        print(f"{time.monotonic() - begin:6.1f} s  {words[0]}", flush=True)
        if code not in (0, 2):
            raise Failure(f"tofu {words[0]} ended with {code} (in {folder})", log)
        return code

    run("init", "-input=false")
    run("apply", "-auto-approve", "-input=false")
    made = len(inventory() - before)
    if run("plan", "-detailed-exitcode", "-input=false") == 2:
        raise Failure(f"the second plan is not empty (in {folder})", folder / "plan.log")
    if "swift" in services:
        if "check-documents" not in buckets(folder, tofu, settings):
            raise Failure(f"the S3 API does not show the container (in {folder})")
    run("destroy", "-auto-approve", "-input=false")
    left = inventory() ^ before
    if left:
        raise Failure(
            "\n".join(
                ["after destroy the cloud is not as it was:", *(f"  {' | '.join(thing)}" for thing in sorted(left))]
            )
        )
    shutil.rmtree(folder)
    print(f"{made} things were there after apply, none is left; services: {' '.join(services)}")


def buckets(folder: Path, tofu: str, settings: dict[str, str]) -> list[str]:
    """What the S3 API shows to the EC2 credential that was applied."""
    output = subprocess.run([tofu, "output", "-json", "s3"], cwd=folder, env=settings, check=True, capture_output=True)
    pair = json.loads(output.stdout)
    client = boto3.client(
        "s3",
        endpoint_url=S3,
        region_name=content()["region"],
        aws_access_key_id=pair["key"],
        aws_secret_access_key=pair["secret"],
    )
    return [bucket["Name"] for bucket in client.list_buckets()["Buckets"]]


def tools() -> tuple[str, Path]:
    tofu, provider = os.environ.get("TOFU") or shutil.which("tofu"), os.environ.get("OPENSTACK_PROVIDER")
    if not tofu or not provider:
        raise Failure(
            "check needs the paths of OpenTofu (TOFU, or `tofu` on PATH) and of the provider (OPENSTACK_PROVIDER)"
        )
    return tofu, Path(provider).resolve()


def with_mirror(folder: Path, provider: Path) -> dict[str, str]:
    """The environment of OpenTofu: it finds the provider on disk, asks no registry, sees nothing of the caller's."""
    place = (
        folder
        / "mirror/registry.opentofu.org/terraform-provider-openstack/openstack"
        / VERSION
        / "linux_amd64"
        / PROVIDER
    )
    place.parent.mkdir(parents=True)
    place.symlink_to(provider)
    settings = folder / "tofurc"
    settings.write_text(f'provider_installation {{\n  filesystem_mirror {{\n    path = "{folder}/mirror"\n  }}\n}}\n')
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TF_CLI_CONFIG_FILE": str(settings),
        "OS_CLIENT_CONFIG_FILE": str(CLOUDS),
    }
