import type { Facts } from "../../schema/files/facts";
import type { Found, Note } from "./found";
import type { Chosen } from "./judge";

/** Parts of the facts that many clouds tell to administrators only. */
const OFTEN_HIDDEN = ["encryptedVolumeTypes", "roles"] as const;

/** The facts that were found and chosen; what these credentials may not know stays as it was. */
export function factsFrom(
  found: Found,
  { images, networks }: Chosen,
  before: Partial<Facts>,
  now: Date,
): { facts: Facts; notes: readonly Note[] } {
  const hidden = OFTEN_HIDDEN.filter((key) => found[key] === undefined);
  const kept = hidden.filter((key) => before[key] !== undefined);
  const facts: Facts = {
    discovered: `${now.toISOString().slice(0, 19)}Z`,
    externalNetworks: { ...networks.ids },
    images: { ...images.images },
    flavours: found.flavours,
    volumeTypes: found.volumeTypes,
    zones: found.zones,
    limits: found.limits,
    extensions: [...found.extensions],
    ...(found.roles && { roles: { ...found.roles } }),
    ...(found.encryptedVolumeTypes && { encryptedVolumeTypes: [...found.encryptedVolumeTypes] }),
    ...Object.fromEntries(kept.map((key) => [key, before[key]])),
  };
  return { facts, notes: [...images.notes, ...hidden.map((key) => hiddenNote(key, kept.includes(key)))] };
}

function hiddenNote(key: string, kept: boolean): Note {
  return {
    en: `${key}: the cloud does not tell it to these credentials; ${kept ? "what the facts had stays" : "left out"}`,
    fr: `${key} : le cloud ne le dit pas à ces accès ; ${kept ? "ce que le relevé avait reste" : "laissé de côté"}`,
  };
}
