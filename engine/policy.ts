import type { FlavourFacts, Policy } from "../gates/policy";
import type { Facts } from "../schema/files/facts";
import type { Target } from "../schema/files/target";

/** Every resource tells its town and who manages it: the DPO's and the accountant's first question. */
const MARKS = ["commune", "insee", "managed-by"];

/**
 * What a target lays down for the plans made on it.
 *
 * @param ranges blocks that subnets must stand in. @default - any private range
 */
export function policyOf(target: Target, facts: Facts, ranges?: readonly string[]): Policy {
  const flavours: [string, FlavourFacts][] = Object.values(facts.flavours).map(({ id, ...rest }) => [id, rest]);
  const images = Object.values(target.images).flatMap((name) => facts.images[name] ?? []);
  return {
    regions: [target.region],
    zones: facts.zones,
    authUrls: [target.authUrl],
    encryptedVolumeTypes: target.volumes.encrypted,
    marks: MARKS,
    images,
    flavours: Object.fromEntries(flavours),
    externalNetworks: Object.entries(facts.externalNetworks).flat(),
    ...(ranges && { ranges }),
  };
}
