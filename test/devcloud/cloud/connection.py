"""clouds.yaml, for people and tests, and this driver's own connection as the cloud's admin."""

import os

import openstack
import yaml

from .content import content
from .folders import CLOUDS, PASSWORD

AUTH_URL = "http://127.0.0.1:5000/v3"


def admin() -> openstack.connection.Connection:
    return openstack.connect(load_yaml_config=False, load_envvars=False, **entry("admin", {"project_name": "admin"}))


def entry(user: str, scope: dict[str, str], domain: str = "Default") -> dict:
    if "project_name" in scope:
        scope = {**scope, "project_domain_name": domain}
    return {
        "auth": {"auth_url": AUTH_URL, "username": user, "password": PASSWORD, "user_domain_name": domain, **scope},
        "region_name": content()["region"],
        "identity_api_version": "3",
    }


def write_clouds() -> None:
    clouds = {"devcloud-admin": entry("admin", {"project_name": "admin"})}
    for name, user in content()["users"].items():
        scope = {"project_name": user["project"]} if "project" in user else {"domain_name": user["domain"]}
        clouds[user["cloud"]] = entry(name, scope, user["domain"])
    with os.fdopen(os.open(CLOUDS, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        yaml.safe_dump({"clouds": clouds}, file, sort_keys=False)
