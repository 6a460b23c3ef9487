import { type Attributes, UNKNOWN } from "../plan/plan";
import type { Prices } from "../schema/files/prices";

/** What lines are grouped by, for people. */
export type Item = "host" | "boot-volume" | "data-volume" | "documents" | "router" | "public-address" | "other";

/** One thing that a resource is billed for. */
export interface Billed {
  readonly item: Item;

  /** Flavour, volume type ... @default - there is one kind of it */
  readonly name?: string;

  /** In `unit`s; absent when the plan does not tell. */
  readonly quantity?: number;
  readonly unit: "piece" | "GiB";

  /** EUR a month and unit. @default - the price list does not say */
  readonly price?: number;
}

export interface PriceList {
  readonly prices: Prices;

  /** Name of each flavour, by id: hosts are planned by id, and priced by name. */
  readonly flavours: Readonly<Record<string, string>>;
}

/** Types that no provider bills for. */
const FREE = new Set([
  "openstack_compute_keypair_v2",
  "openstack_compute_servergroup_v2",
  "openstack_compute_volume_attach_v2",
  "openstack_networking_address_group_v2",
  "openstack_networking_floatingip_associate_v2",
  "openstack_networking_network_v2",
  "openstack_networking_port_secgroup_associate_v2",
  "openstack_networking_port_v2",
  "openstack_networking_router_interface_v2",
  "openstack_networking_router_route_v2",
  "openstack_networking_secgroup_rule_v2",
  "openstack_networking_secgroup_v2",
  "openstack_networking_subnet_route_v2",
  "openstack_networking_subnet_v2",
]);

const BYTES_OF_A_GIB = 1024 ** 3;

/** What a resource is billed for; a type that is not known is one line without a price, never a free one. */
export function billedFor(type: string, resource: Attributes, list: PriceList): readonly Billed[] {
  const { prices } = list;
  switch (type) {
    case "openstack_compute_instance_v2":
      return [host(resource, list), ...bootVolumes(resource, prices)];
    case "openstack_blockstorage_volume_v3":
      return [volume("data-volume", resource.volume_type, resource.size, prices)];
    case "openstack_objectstorage_container_v1":
      return [documents(resource, prices)];
    case "openstack_networking_router_v2":
      return [{ item: "router", quantity: 1, unit: "piece", price: prices.router }];
    case "openstack_networking_floatingip_v2":
      return [{ item: "public-address", quantity: 1, unit: "piece", price: prices.floatingIp }];
    default:
      return FREE.has(type) ? [] : [{ item: "other", name: type, quantity: 1, unit: "piece" }];
  }
}

function host({ flavor_id: id, flavor_name: given }: Attributes, { prices, flavours }: PriceList): Billed {
  const name = typeof id === "string" ? (flavours[id] ?? id) : typeof given === "string" ? given : undefined;
  return {
    item: "host",
    name,
    quantity: 1,
    unit: "piece",
    price: name === undefined ? undefined : prices.flavours[name],
  };
}

/** A host that starts from a volume made for it pays for that volume. */
function bootVolumes({ block_device: devices }: Attributes, prices: Prices): Billed[] {
  if (!Array.isArray(devices)) return devices === UNKNOWN ? [{ item: "boot-volume", unit: "GiB" }] : [];
  return devices.flatMap((device: Attributes) =>
    device.destination_type === "volume" && device.source_type !== "volume"
      ? [volume("boot-volume", device.volume_type, device.volume_size, prices)]
      : [],
  );
}

function volume(item: Item, type: unknown, size: unknown, { volumeGiB }: Prices): Billed {
  const name = typeof type === "string" ? type : undefined;
  const quantity = typeof size === "number" ? size : undefined;
  return { item, name, quantity, unit: "GiB", price: name === undefined ? undefined : volumeGiB[name] };
}

/** At its quota: what the town may come to pay. A container without one could cost anything. */
function documents({ metadata }: Attributes, { containerGiB }: Prices): Billed {
  const bytes = Number((metadata as Attributes | null | undefined)?.["Quota-Bytes"] ?? Number.NaN);
  return {
    item: "documents",
    quantity: Number.isFinite(bytes) ? bytes / BYTES_OF_A_GIB : undefined,
    unit: "GiB",
    price: containerGiB,
  };
}
