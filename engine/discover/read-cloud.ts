import { z } from "zod";
import { projectMissing } from "../../problems/catalogue/discover";
import { OperatorError } from "../../problems/problem";
import type { OpenStack } from "../openstack/client";
import type { Found } from "./found";
import { readFlavours } from "./read-flavours";
import { readImages } from "./read-images";
import { readLimits } from "./read-limits";
import { readRoles } from "./read-roles";
import { readVolumeTypes } from "./read-volume-types";

/**
 * Reads all that facts are made of, many questions at once.
 *
 * @param pinned ids of images that were chosen before: they are looked up even where lists no longer show them
 */
export async function readCloud(cloud: OpenStack, pinned: readonly string[]): Promise<Found> {
  const { project } = cloud;
  if (!project) throw new OperatorError([projectMissing({ origin: cloud.cloud.origin })]);
  const [externalNetworks, images, flavours, { volumeTypes, encrypted }, compute, volume, extensions, limits, roles] =
    await Promise.all([
      readExternalNetworks(cloud),
      readImages(cloud, pinned),
      readFlavours(cloud),
      readVolumeTypes(cloud),
      readZones(cloud, "compute"),
      readZones(cloud, "volume"),
      readExtensions(cloud),
      readLimits(cloud, project),
      readRoles(cloud),
    ]);
  return {
    externalNetworks,
    images,
    flavours,
    volumeTypes,
    zones: { compute, volume },
    extensions,
    limits,
    ...(roles && { roles }),
    ...(encrypted && { encryptedVolumeTypes: encrypted }),
  };
}

const network = z.object({ id: z.string(), name: z.string() });

async function readExternalNetworks(cloud: OpenStack): Promise<Found["externalNetworks"]> {
  const query = { "router:external": true };
  const ids = new Map<string, string[]>();
  for (const { id, name } of await cloud.list("network", "/networks", "networks", network, { query }))
    if (name) ids.set(name, [...(ids.get(name) ?? []), id].sort());
  return ids;
}

const zone = z.object({ zoneName: z.string(), zoneState: z.object({ available: z.boolean() }) });

async function readZones(cloud: OpenStack, service: "compute" | "volume"): Promise<string[]> {
  const zones = await cloud.list(service, "/os-availability-zone", "availabilityZoneInfo", zone);
  return sorted(zones.filter(({ zoneState }) => zoneState.available).map(({ zoneName }) => zoneName));
}

async function readExtensions(cloud: OpenStack): Promise<string[]> {
  const extensions = await cloud.list("network", "/extensions", "extensions", z.object({ alias: z.string() }));
  return sorted(extensions.map(({ alias }) => alias));
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
