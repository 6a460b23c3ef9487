import type { Config, Located } from "../schema/config";
import type { Facts } from "../schema/files/facts";
import type { Service } from "../schema/files/service";
import type { Target } from "../schema/files/target";
import { slug } from "../schema/slug";
import { ZONES, type Zone } from "../schema/values";
import { zoneRange } from "./addresses";
import type { Blueprint, Resolved, ServiceBlueprint, ZoneBlueprint } from "./blueprint";
import { flowsOf } from "./flows";
import { derive, read } from "./origin";
import { needsOf, sizeOf } from "./sizing";
import { type Traced, untangle, Valued } from "./valued";

/** Hosts of a flavour without a disk start from a volume: Debian, its updates and its logs fit in it with room. */
const BOOT_VOLUME_GIB = 20;

/**
 * Resolves a town: pure, so that the same config always gives the same blueprint.
 *
 * @throws Error (ours) when the config was not checked by `loadConfig` first
 */
export function resolve(config: Config, insee: string): Resolved {
  const { value, origins } = untangle<Blueprint>(trace(config, insee));
  return { blueprint: value, origins };
}

function trace(config: Config, insee: string): Traced<Blueprint> {
  const { syndicate } = config;
  const { town, commune } = known(config.towns.get(insee), `town ${insee}`);
  const size = town.value.size
    ? read(town.value.size.class, "town", town, ["size", "class"])
    : derive(sizeOf(commune.population, config.sizes), "size-by-population", town.placeOf(["insee"]));
  const sizing = known(config.sizes.get(size.value), `size ${size.value}`);
  const targetName = town.value.target
    ? read(town.value.target, "town", town, ["target"])
    : read(syndicate.value.target, "syndicate", syndicate, ["target"]);
  const target = known(config.targets.get(targetName.value), `target ${targetName.value}`);
  const facts = known(config.facts.get(targetName.value), `facts ${targetName.value}`);
  const block = known(config.ledger.value[insee], `addresses of ${insee}`);

  const ranges: Partial<Record<Zone, string>> = {};
  const zones: Partial<Record<Zone, Traced<ZoneBlueprint>>> = {};
  for (const zone of ZONES) {
    const index = sizing.value.zones.indexOf(zone);
    if (index < 0) continue;
    ranges[zone] = zoneRange(block, zone);
    zones[zone] = {
      name: read(zone, "size", sizing, ["zones", index]),
      range: derive(ranges[zone], "zone-block-by-rank", config.ledger.placeOf([insee])),
    };
  }

  const services: Record<string, Traced<ServiceBlueprint>> = {};
  for (const name of [...town.value.services].sort()) {
    const service = known(config.services.get(name), `service ${name}`);
    const at = town.placeOf(["services", town.value.services.indexOf(name)]);
    services[name] = {
      id: derive(name, "service-of-the-town", at),
      title: read(service.value.title, "service", service, ["title"]),
      sensitivity: read(service.value.sensitivity, "service", service, ["sensitivity"]),
      zone: read(service.value.zone, "service", service, ["zone"]),
      ...hosting(service, { target, facts, needs: needsOf(service, name, town, size.value) }),
      flows: flowsOf({ syndicate, target, service, town, name, zones: ranges }),
    };
  }

  const fromInsee = <T>(value: T) => read(value, "insee", town, ["insee"]);
  return {
    town: {
      insee: fromInsee(commune.insee),
      name: fromInsee(commune.name),
      population: fromInsee(commune.population),
      siren: fromInsee(commune.siren),
      department: fromInsee(commune.department),
      slug: derive(slug(commune.name), "slug-of-the-name", town.placeOf(["insee"])),
    },
    size,
    target: targetOf(targetName, target, facts),
    range: read(block, "addresses", config.ledger, [insee]),
    zones,
    administratorKeys: read(syndicate.value.administratorKeys, "syndicate", syndicate, ["administratorKeys"]),
    services,
    marks: {
      commune: fromInsee(commune.name),
      insee: fromInsee(commune.insee),
      "managed-by": derive("beffroi", "managed-by-the-kit"),
    },
  };
}

type Needed = { target: Located<Target>; facts: Located<Facts>; needs: ReturnType<typeof needsOf> };

function hosting(service: Located<Service>, { target, facts, needs }: Needed) {
  const flavour = target.value.flavours[needs.flavour.value];
  const image = known(target.value.images[service.value.image], `image ${service.value.image}`);
  const flavourFacts = known(facts.value.flavours[flavour], `flavour ${flavour}`);
  const imageId = known(facts.value.images[image], `image ${image}`);
  const diskless = flavourFacts.diskGiB === 0;
  return {
    hosts: {
      count: needs.hosts,
      flavour: {
        name: new Valued(flavour, needs.flavour.origin),
        id: read(flavourFacts.id, "facts", facts, ["flavours", flavour, "id"]),
      },
      image: {
        name: read(image, "target", target, ["images", service.value.image]),
        id: read(imageId, "facts", facts, ["images", image]),
      },
      ...(diskless && {
        bootVolumeGiB: derive(
          BOOT_VOLUME_GIB,
          "boot-volume-of-a-diskless-flavour",
          facts.placeOf(["flavours", flavour, "diskGiB"]),
        ),
        bootVolumeType: read(target.value.volumes.type, "target", target, ["volumes", "type"]),
      }),
      packages: read(service.value.packages, "service", service, ["packages"]),
    },
    ...(needs.dataGiB && {
      data: {
        sizeGiB: needs.dataGiB,
        volumeType: read(target.value.volumes.type, "target", target, ["volumes", "type"]),
      },
    }),
    ...(needs.documentsGiB && { documents: { quotaGiB: needs.documentsGiB } }),
  };
}

function targetOf(name: Traced<string>, target: Located<Target>, facts: Located<Facts>): Traced<Blueprint["target"]> {
  const { authUrl, region, externalNetwork, resolvers } = target.value;
  return {
    name,
    authUrl: read(authUrl, "target", target, ["authUrl"]),
    region: read(region, "target", target, ["region"]),
    externalNetwork: {
      name: read(externalNetwork, "target", target, ["externalNetwork"]),
      id: read(known(facts.value.externalNetworks[externalNetwork], `network ${externalNetwork}`), "facts", facts, [
        "externalNetworks",
        externalNetwork,
      ]),
    },
    resolvers: read(resolvers, "target", target, ["resolvers"]),
    zones: {
      compute: read(facts.value.zones.compute, "facts", facts, ["zones", "compute"]),
      volume: read(facts.value.zones.volume, "facts", facts, ["zones", "volume"]),
    },
  };
}

/** `loadConfig` has checked every reference: a missing one is a bug of ours. */
function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`unchecked config: ${what} is missing`);
  return value;
}
