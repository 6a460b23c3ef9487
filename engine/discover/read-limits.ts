import { z } from "zod";
import { unless } from "../openstack/answer-error";
import type { OpenStack } from "../openstack/client";
import type { Service } from "../openstack/services";
import type { Found } from "./found";

type Limits = Found["limits"];
type Part = Exclude<keyof Limits, "project">;

interface Source<Name extends Part> {
  readonly service: Service;
  path(projectId: string): string;

  /** The object in the answer that holds the numbers, outermost key first. */
  readonly inside: readonly string[];

  /** What each limit is called there. */
  readonly names: Readonly<Record<keyof NonNullable<Limits[Name]>, string>>;
}

const SOURCES: { readonly [Name in Part]: Source<Name> } = {
  compute: {
    service: "compute",
    path: () => "/limits",
    inside: ["limits", "absolute"],
    names: {
      instances: "maxTotalInstances",
      cores: "maxTotalCores",
      ramMiB: "maxTotalRAMSize",
      keypairs: "maxTotalKeypairs",
      serverGroups: "maxServerGroups",
      serverGroupMembers: "maxServerGroupMembers",
    },
  },
  volume: {
    service: "volume",
    path: () => "/limits",
    inside: ["limits", "absolute"],
    names: {
      volumes: "maxTotalVolumes",
      gibibytes: "maxTotalVolumeGigabytes",
      snapshots: "maxTotalSnapshots",
      backups: "maxTotalBackups",
      backupGibibytes: "maxTotalBackupGigabytes",
    },
  },
  network: {
    service: "network",
    path: (id) => `/quotas/${id}`,
    inside: ["quota"],
    names: {
      networks: "network",
      subnets: "subnet",
      ports: "port",
      routers: "router",
      floatingIps: "floatingip",
      securityGroups: "security_group",
      securityGroupRules: "security_group_rule",
    },
  },
  balancers: {
    service: "balancers",
    path: (id) => `/lbaas/quotas/${id}`,
    inside: ["quota"],
    names: { loadBalancers: "load_balancer", listeners: "listener", pools: "pool", members: "member" },
  },
  dns: {
    service: "dns",
    path: (id) => `/quotas/${id}`,
    inside: [],
    names: { zones: "zones", recordsets: "zone_recordsets" },
  },
};

/** Limits of the project, from each service that there is and that tells. */
export async function readLimits(cloud: OpenStack, project: { id: string; name: string }): Promise<Limits> {
  const parts = await Promise.all(
    Object.entries(SOURCES).map(async ([part, source]) => [part, await readPart(cloud, source, project.id)] as const),
  );
  return { project: project.name, ...Object.fromEntries(parts.filter(([, limits]) => limits !== undefined)) };
}

type AnySource = Omit<Source<Part>, "names"> & { readonly names: Readonly<Record<string, string>> };

async function readPart(cloud: OpenStack, { service, path, inside, names }: AnySource, projectId: string) {
  if (!cloud.has(service)) return undefined;
  const shape = z.object(Object.fromEntries(Object.values(names).map((name) => [name, z.int().nullish()])));
  const whole = inside.reduceRight<z.ZodType>((inner, key) => z.object({ [key]: inner }), shape);
  const answer = await unless([403, 404], cloud.get(service, path(projectId), whole));
  if (answer === undefined) return undefined;
  const numbers = inside.reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], answer);
  return Object.fromEntries(
    Object.entries(names).flatMap(([ours, theirs]) => {
      const value = (numbers as Record<string, number | null | undefined>)[theirs];
      return typeof value === "number" && value >= -1 ? [[ours, value]] : [];
    }),
  );
}
