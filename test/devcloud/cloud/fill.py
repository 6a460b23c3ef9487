"""Makes what content.yaml lists, through the APIs; what is there already stays."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

from .connection import admin, write_clouds
from .content import FILE, content
from .folders import DATA, HOST, PASSWORD
from .service import Service

MARK = DATA / ".filled"


def filled() -> bool:
    return MARK.exists()


def fill(services: list[Service]) -> None:
    write_clouds()
    names = sorted(service.name for service in services)
    state = hashlib.sha256(FILE.read_bytes() + repr(names).encode()).hexdigest()
    if filled() and MARK.read_text() == state:
        return
    add_people(admin())
    makers = [maker for name, maker in MAKERS if name in names]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda maker: maker(admin()), makers))
    MARK.write_text(state)


def add_people(cloud) -> None:
    """Domains, projects and users, with the roles that only some services know."""
    identity = cloud.identity
    roles = {role.name: role for role in identity.roles()}
    for name in {role for user in content()["users"].values() for role in user["roles"]} - roles.keys():
        roles[name] = identity.create_role(name=name)
    for name, spec in content()["projects"].items():
        domain = domain_named(identity, spec["domain"])
        if not identity.find_project(name, domain_id=domain.id):
            identity.create_project(name=name, domain_id=domain.id)
    for name, spec in content()["users"].items():
        domain = domain_named(identity, spec["domain"])
        user = identity.find_user(name, domain_id=domain.id) or identity.create_user(
            name=name, password=PASSWORD, domain_id=domain.id
        )
        for role in spec["roles"]:
            if "project" in spec:
                project = identity.find_project(spec["project"], domain_id=domain.id)
                identity.assign_project_role_to_user(project, user, roles[role])
            else:
                identity.assign_domain_role_to_user(domain, user, roles[role])


def domain_named(identity, name: str):
    return identity.find_domain(name) or identity.create_domain(name=name)


def hosting_project(cloud):
    domain = cloud.identity.find_domain(content()["projects"]["hosting"]["domain"])
    return cloud.identity.find_project("hosting", domain_id=domain.id)


def add_flavours(cloud) -> None:
    for name, spec in content()["flavours"].items():
        if not cloud.compute.find_flavor(name):
            cloud.compute.create_flavor(
                id=spec["id"], name=name, vcpus=spec["vcpus"], ram=spec["ramMiB"], disk=spec["diskGiB"]
            )
    cloud.compute.update_quota_set(hosting_project(cloud), **content()["quotas"]["compute"])


def add_zones(cloud) -> None:
    """The only host stands in the first zone; nova calls it `nova` when nobody gives it a name."""
    zone = content()["zones"]["compute"][0]
    if zone != "nova" and not cloud.compute.find_aggregate(zone):
        aggregate = cloud.compute.create_aggregate(name=zone, availability_zone=zone)
        cloud.compute.add_host_to_aggregate(aggregate, HOST)


def add_images(cloud) -> None:
    for name, id in content()["images"].items():
        if not cloud.image.find_image(name):
            cloud.image.create_image(
                id=id,
                name=name,
                disk_format="raw",
                container_format="bare",
                visibility="public",
                data=f"{name}\n".encode(),
            )


def add_external_network(cloud) -> None:
    spec = content()["externalNetwork"]
    network = cloud.network.find_network(spec["name"]) or cloud.network.create_network(
        name=spec["name"],
        is_router_external=True,
        is_default=True,
        provider_network_type="flat",
        provider_physical_network=spec["physical"],
    )
    if not list(cloud.network.subnets(network_id=network.id)):
        cloud.network.create_subnet(
            name=spec["name"],
            network_id=network.id,
            ip_version=4,
            cidr=spec["cidr"],
            gateway_ip=spec["gateway"],
            enable_dhcp=False,
        )
    cloud.network.update_quota(hosting_project(cloud).id, **content()["quotas"]["network"])


def add_volume_types(cloud) -> None:
    there = {kind.name for kind in cloud.block_storage.types()}
    for name, spec in content()["volumeTypes"].items():
        if name not in there:
            kind = cloud.block_storage.create_type(name=name, extra_specs={"volume_backend_name": "nowhere"})
            if spec["encrypted"]:
                cloud.block_storage.create_type_encryption(
                    kind, provider="luks", cipher="aes-xts-plain64", key_size=256, control_location="front-end"
                )
    # cinder's own, which nobody chose
    if "__DEFAULT__" in there:
        cloud.block_storage.delete_type(cloud.block_storage.find_type("__DEFAULT__"))
    cloud.block_storage.update_quota_set(hosting_project(cloud), **content()["quotas"]["volume"])


MAKERS = [
    ("nova", add_flavours),
    ("nova", add_zones),
    ("glance", add_images),
    ("neutron", add_external_network),
    ("cinder", add_volume_types),
]
