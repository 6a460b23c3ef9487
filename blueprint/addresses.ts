import ipaddr from "ipaddr.js";
import { ZONES, type Zone } from "../schema/values";

/** Every town gets a block of this length, whatever its size: a town that grows never moves. */
export const TOWN_PREFIX = 22;

/** A zone is a quarter of the block: 256 addresses, more than any target needs (OVHcloud asks for /28 at least). */
const ZONE_PREFIX = 24;

/**
 * The range of a zone inside the block of its town. The rank of the zone fixes it, so that a zone which comes
 * or goes never moves another.
 */
export function zoneRange(block: string, zone: Zone): string {
  const [base] = ipaddr.IPv4.parseCIDR(block);
  const bytes = base.toByteArray();
  bytes[2] = (bytes[2] as number) + ZONES.indexOf(zone);
  return `${bytes.join(".")}/${ZONE_PREFIX}`;
}
