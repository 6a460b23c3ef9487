import type { Construct } from "constructs";
import type { Blueprint, ServiceBlueprint } from "../blueprint/blueprint";
import { HostGroup } from "../constructs/compute/host-group";
import { ServiceHost, type ServiceHostProps } from "../constructs/compute/service-host";
import { hostName, shownName } from "../constructs/names";
import { DataVolume } from "../constructs/storage/data-volume";
import { literal } from "../constructs/text";
import { type Placement, placementOf } from "./placement";
import { trace } from "./trace";

type Standing = Pick<ServiceHostProps, "network" | "firewall">;

/** The hosts of a service, by rank from 1: one more leaves the others as they are. */
export function addHosts(scope: Construct, blueprint: Blueprint, service: ServiceBlueprint, standing: Standing): void {
  const { count } = service.hosts;
  const group = count > 1 ? addGroup(scope, blueprint, service) : undefined;
  for (let rank = 1; rank <= count; rank++) {
    const placement = placementOf(blueprint, rank);
    const dataVolume = addVolume(scope, blueprint, service, rank, placement);
    addHost(scope, blueprint, service, rank, {
      ...standing,
      ...(group && { group }),
      ...(dataVolume && { dataVolume }),
      ...(placement.compute && { availabilityZone: literal(placement.compute) }),
    });
  }
}

function addGroup(scope: Construct, { town }: Blueprint, { id }: ServiceBlueprint): HostGroup {
  return trace(new HostGroup(scope, "hosts", { name: shownName(town, id) }), `services.${id}.hosts.count`);
}

function addVolume(
  scope: Construct,
  { town, marks }: Blueprint,
  { id, data }: ServiceBlueprint,
  rank: number,
  { volume }: Placement,
): DataVolume | undefined {
  if (!data) return undefined;
  const made = new DataVolume(scope, `data-${rank}`, {
    name: shownName(town, id, String(rank), "data"),
    sizeGiB: data.sizeGiB,
    volumeType: literal(data.volumeType),
    ...(volume && { availabilityZone: literal(volume) }),
    marks,
  });
  const path = `services.${id}.data`;
  return trace(made, path, {
    size: `${path}.sizeGiB`,
    volume_type: `${path}.volumeType`,
    availability_zone: "target.zones.volume",
  });
}

function addHost(
  scope: Construct,
  { town, marks, administratorKeys }: Blueprint,
  { id, hosts }: ServiceBlueprint,
  rank: number,
  standing: Standing & Partial<ServiceHostProps>,
): void {
  const { flavour, image, bootVolumeGiB, bootVolumeType, packages } = hosts;
  const host = new ServiceHost(scope, `host-${rank}`, {
    ...standing,
    name: shownName(town, id, String(rank)),
    hostName: hostName(town, id, rank),
    flavourId: literal(flavour.id),
    imageId: literal(image.id),
    ...(bootVolumeGiB && { bootVolumeGiB }),
    ...(bootVolumeType && { bootVolumeType: literal(bootVolumeType) }),
    packages,
    administratorKeys,
    rebootAt: rebootAt(rank),
    marks,
  });
  const path = `services.${id}`;
  trace(host.server, `${path}.hosts`, {
    flavor_id: `${path}.hosts.flavour.id`,
    user_data: `${path}.hosts.packages`,
    availability_zone: "target.zones.compute",
    ...(bootVolumeGiB
      ? {
          "block_device.0.uuid": `${path}.hosts.image.id`,
          "block_device.0.volume_size": `${path}.hosts.bootVolumeGiB`,
          "block_device.0.volume_type": `${path}.hosts.bootVolumeType`,
        }
      : { image_id: `${path}.hosts.image.id` }),
  });
  trace(host.port, `${path}.zone`);
  if (host.attachment) trace(host.attachment, `${path}.data`);
}

/** In the night, and never two hosts of a service at once: seven minutes apart, for the eight that it may have. */
function rebootAt(rank: number): string {
  return `04:${String(((rank - 1) * 7) % 60).padStart(2, "0")}`;
}
