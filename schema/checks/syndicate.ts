import { accessFromPool, accessTooWide, poolUnusable } from "../../problems/catalogue/config-addresses";
import { unknownTarget } from "../../problems/catalogue/config-references";
import type { Draft } from "../draft";
import { isPrivate, lengthOf, overlap } from "../ranges";
import type { Report } from "../report";
import { unknownName } from "./targets";

/** Every town gets a block of this length, whatever its size: a town that grows never moves. */
export const BLOCK_LENGTH = 22;

/** Offices and VPNs fit in these lengths; what is wider trusts strangers. */
const WIDEST = { ipv4: 16, ipv6: 32, private: 8 } as const;

export function checkSyndicate({ syndicate, targets }: Draft, report: Report): void {
  if (!syndicate) return;
  const { target, addresses, administration } = syndicate.parts;
  if (target !== undefined && !targets.has(target))
    report(unknownTarget(unknownName(target, targets.keys()), syndicate.spanOf(["target"])));
  const pool = poolOf(syndicate);
  if (addresses?.pool !== undefined && pool === undefined)
    report(poolUnusable({ received: addresses.pool }, syndicate.spanOf(["addresses", "pool"])));
  for (const [index, range] of (administration ?? []).entries()) {
    if (range === undefined) continue;
    const at = syndicate.spanOf(["administration", index]);
    const shortest = tooWide(range);
    const details = { key: "administration", received: range };
    if (shortest) report(accessTooWide({ ...details, shortest }, at));
    else if (pool !== undefined && overlap(pool, range)) report(accessFromPool({ ...details, pool }, at));
  }
}

/** The range that towns get their blocks from; nothing when it cannot be. */
export function poolOf(syndicate: Draft["syndicate"]): string | undefined {
  const pool = syndicate?.parts.addresses?.pool;
  return pool !== undefined && isPrivate(pool) && lengthOf(pool) <= BLOCK_LENGTH ? pool : undefined;
}

/** The shortest length that would be accepted, when this range is wider. */
export function tooWide(range: string): number | undefined {
  const shortest = range.includes(":") ? WIDEST.ipv6 : isPrivate(range) ? WIDEST.private : WIDEST.ipv4;
  return lengthOf(range) < shortest ? shortest : undefined;
}
