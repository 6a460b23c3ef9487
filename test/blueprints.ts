import type { Blueprint, FlowBlueprint, ServiceBlueprint, ZoneBlueprint } from "../blueprint/blueprint";

/** Blueprints written by hand, as `resolve` makes them: typed, small, and independent of the example config. */

const TARGET: Blueprint["target"] = {
  name: "datacentre",
  authUrl: "https://keystone.datacentre.example/v3",
  region: "RegionOne",
  externalNetwork: { name: "public", id: "0f5ae4ae-3a9b-4f0f-8d1c-6a3c2f6e9b01" },
  resolvers: ["192.0.2.53", "2001:db8::53"],
  zones: { compute: ["az-a", "az-b"], volume: ["az-a", "az-b"] },
};

export function flow(said: Partial<FlowBlueprint> = {}): FlowBlueprint {
  const { direction = "ingress", protocol = "tcp", port = 443, peer = "internet", range = "0.0.0.0/0" } = said;
  const id = said.id ?? `${direction}-${protocol}-${port}-${peer.replaceAll(/[./]/g, "-")}`;
  return { id, direction, protocol, port, peer, range, ...(said.reason && { reason: said.reason }) };
}

export function flows(...all: readonly Partial<FlowBlueprint>[]): Record<string, FlowBlueprint> {
  return Object.fromEntries(all.map(flow).map((one) => [one.id, one]));
}

const BASE = flows(
  { direction: "egress", protocol: "udp", port: 53, peer: "192.0.2.53/32", range: "192.0.2.53/32" },
  { direction: "egress", protocol: "udp", port: 123 },
  { direction: "egress", port: 80 },
  { direction: "egress", port: 443 },
);

const ZONES: Record<"entry" | "apps" | "data", ZoneBlueprint> = {
  entry: { name: "entry", range: "10.17.0.0/26" },
  apps: { name: "apps", range: "10.17.0.64/26" },
  data: { name: "data", range: "10.17.0.128/26" },
};

export function service(id: string, said: Partial<ServiceBlueprint> = {}): ServiceBlueprint {
  return {
    id,
    title: `Service ${id}`,
    sensitivity: "personal",
    zone: "apps",
    hosts: {
      count: 1,
      flavour: { name: "b3-8", id: "flavour-small" },
      image: { name: "Debian 12", id: "1c9d6a8e-46a4-4a5e-9c0d-3f5f7f3d1a12" },
      packages: ["nginx"],
    },
    flows: BASE,
    ...said,
  };
}

export function blueprint(said: Partial<Blueprint> = {}): Blueprint {
  const town = said.town ?? {
    insee: "17004",
    name: "Île-d'Aix",
    population: 234,
    siren: "211700042",
    department: "17",
    slug: "ile-d-aix",
  };
  return {
    town,
    size: "XS",
    target: TARGET,
    range: "10.17.0.0/24",
    zones: { entry: ZONES.entry, apps: ZONES.apps },
    administratorKeys: [],
    services: byId(service("site-web", { title: "Site web", zone: "entry", flows: { ...BASE, ...flows({}) } })),
    marks: { commune: town.name, insee: town.insee, "managed-by": "beffroi" },
    ...said,
  };
}

export function byId(...services: readonly ServiceBlueprint[]): Record<string, ServiceBlueprint> {
  return Object.fromEntries(services.map((one) => [one.id, one]));
}

/** The smallest: one service, one host, nothing to keep. */
export const ILE_D_AIX = blueprint();

/** A large town: several services, two hosts for one of them, data, documents, and flows of every kind. */
export const ROCHEFORT = blueprint({
  town: {
    insee: "17299",
    name: "Rochefort",
    population: 23_700,
    siren: "211702998",
    department: "17",
    slug: "rochefort",
  },
  size: "L",
  zones: ZONES,
  administratorKeys: [],
  services: byId(
    service("site-web", {
      title: "Site web",
      sensitivity: "public",
      zone: "entry",
      flows: { ...BASE, ...flows({}, { port: 80 }) },
    }),
    service("etat-civil", {
      title: "État civil",
      sensitivity: "sensitive",
      hosts: {
        count: 2,
        flavour: { name: "b3-16", id: "flavour-medium" },
        image: { name: "Debian 12", id: "1c9d6a8e-46a4-4a5e-9c0d-3f5f7f3d1a12" },
        bootVolumeGiB: 20,
        bootVolumeType: "high-speed-gen2-luks",
        packages: ["postgresql", "nginx"],
      },
      data: { sizeGiB: 50, volumeType: "classic-luks" },
      documents: { quotaGiB: 200 },
      flows: {
        ...BASE,
        ...flows(
          {
            id: "ingress-tcp-8443-town-hall-198-51-100-0-24",
            port: 8443,
            peer: "town-hall",
            range: "198.51.100.0/24",
            reason: "Guichet de la mairie",
          },
          { port: 22, peer: "203.0.113.0/28", range: "203.0.113.0/28" },
        ),
      },
    }),
    service("ged", {
      title: "Gestion électronique des documents",
      zone: "data",
      data: { sizeGiB: 120, volumeType: "classic-luks" },
      documents: { quotaGiB: 500 },
    }),
  ),
});

/** A Corsican town: letters in its INSEE code, accents and apostrophes in its name. */
export const L_ILE_ROUSSE = blueprint({
  town: {
    insee: "2B134",
    name: "L'Île-Rousse",
    population: 3_200,
    siren: "212001341",
    department: "2B",
    slug: "l-ile-rousse",
  },
  size: "S",
  administratorKeys: [],
  services: byId(
    service("site-web", { zone: "entry", flows: { ...BASE, ...flows({}) } }),
    service("periscolaire", { data: { sizeGiB: 20, volumeType: "classic-luks" } }),
  ),
});

export const EVERY_BLUEPRINT = { "Île-d'Aix": ILE_D_AIX, Rochefort: ROCHEFORT, "L'Île-Rousse": L_ILE_ROUSSE };
