import { billedFor, type PriceList } from "../../cost/billed";
import { microEuros, toEuros } from "../../cost/money";
import type { Found } from "./found";

/** The same thing as a plan would show it, for the price list; what is never billed is not here. */
function planned({ kind, details }: Found): [type: string, attributes: Readonly<Record<string, unknown>>] | undefined {
  switch (kind) {
    case "server":
      return [
        "openstack_compute_instance_v2",
        { flavor_id: (details.flavor as { id?: string } | undefined)?.id, block_device: [] },
      ];
    case "volume":
      return ["openstack_blockstorage_volume_v3", { volume_type: details.volume_type, size: details.size }];
    case "container":
      return ["openstack_objectstorage_container_v1", { metadata: { "Quota-Bytes": details.bytes } }];
    case "router":
      return ["openstack_networking_router_v2", {}];
    case "floating-ip":
      return ["openstack_networking_floatingip_v2", {}];
    default:
      return undefined;
  }
}

/** EUR a month, before tax, of a thing as it is today; absent when the price list does not tell. */
export function monthlyOf(found: Found, prices: PriceList | undefined): number | undefined {
  const as = prices && planned(found);
  if (!as) return undefined;
  let sum = 0;
  for (const { price, quantity } of billedFor(as[0], as[1], prices)) {
    if (price === undefined || quantity === undefined) return undefined;
    sum += Math.round(microEuros(price) * quantity);
  }
  return toEuros(sum);
}
