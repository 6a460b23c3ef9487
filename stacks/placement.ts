import { createHash } from "node:crypto";
import type { Blueprint } from "../blueprint/blueprint";

/** Availability zones of one host and of its volume. */
export interface Placement {
  readonly compute?: string;
  readonly volume?: string;
}

/**
 * Where the host of a rank stands. The first hosts of a town's services stand together, near each other; a second one
 * stands in another zone, if there is one; and towns start from different zones, so that none fills up first.
 *
 * The volume stands in the zone of the same name, else in the first: many clouds have one for all their storage.
 */
export function placementOf({ town, target }: Blueprint, rank: number): Placement {
  const compute = pick(target.zones.compute, offset(town.insee) + rank - 1);
  const volume = compute && target.zones.volume.includes(compute) ? compute : pick(target.zones.volume, 0);
  return { ...(compute && { compute }), ...(volume && { volume }) };
}

/** Sorted: the order of the facts says nothing. */
function pick(zones: readonly string[], index: number): string | undefined {
  return [...zones].sort()[index % zones.length];
}

function offset(insee: string): number {
  return createHash("sha256").update(insee).digest().readUInt16BE(0);
}
