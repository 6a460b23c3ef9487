"""Keystone's catalogue and the users of the services: it lists the services that run, no others."""

from .connection import admin
from .content import content
from .folders import DATA, PASSWORD
from .service import Service

MARK = DATA / "keystone" / ".catalogue"
INTERFACES = ("public", "internal")


def update(services: list[Service]) -> None:
    wanted = {kind: spec for service in services for kind, spec in service.endpoints.items()}
    if MARK.exists() and MARK.read_text() == " ".join(wanted):
        return
    identity = admin().identity
    add_users(identity, [service.name for service in services if service.endpoints])
    there = {service.type: service for service in identity.services() if service.type != "identity"}
    for kind in there.keys() - wanted.keys():
        identity.delete_service(there[kind])
    for kind in wanted.keys() - there.keys():
        service = identity.create_service(type=kind, name=wanted[kind]["name"])
        for interface in INTERFACES:
            identity.create_endpoint(
                service_id=service.id, interface=interface, url=wanted[kind]["url"], region_id=content()["region"]
            )
    MARK.write_text(" ".join(wanted))


def add_users(identity, names: list[str]) -> None:
    project = identity.find_project("service", domain_id="default") or identity.create_project(
        name="service", domain_id="default"
    )
    roles = {role.name: role for role in identity.roles()}
    users = {user.name for user in identity.users(domain_id="default")}
    for name in names:
        if name not in users:
            user = identity.create_user(name=name, password=PASSWORD, domain_id="default")
            for role in ("admin", "service"):
                identity.assign_project_role_to_user(project, user, roles[role])
