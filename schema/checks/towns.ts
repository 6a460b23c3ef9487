import { accessFromPool, accessTooWide, townHallNotPublic } from "../../problems/catalogue/config-addresses";
import {
  serviceNotHosted,
  unknownService,
  unknownTarget,
  zoneMissing,
} from "../../problems/catalogue/config-references";
import { nearest } from "../../problems/words";
import type { Draft, DraftTown } from "../draft";
import { isPublic, overlap } from "../ranges";
import type { Report } from "../report";
import { ZONES, type Zone } from "../values";
import { sizeClassOf } from "./sizes";
import { poolOf, tooWide } from "./syndicate";
import { unknownName } from "./targets";

/** What a town names must exist, and what it settles must be its own. */
export function checkTowns(draft: Draft, report: Report): void {
  for (const one of draft.towns) {
    checkTarget(draft, one, report);
    checkServices(draft, one, report);
    checkSettings(one, report);
    checkOpenings(draft, one, report);
    checkTownHall(draft, one, report);
  }
}

function checkTarget({ targets }: Draft, { town }: DraftTown, report: Report): void {
  const { target } = town.parts;
  if (target !== undefined && !targets.has(target))
    report(unknownTarget(unknownName(target, targets.keys()), town.spanOf(["target"])));
}

function checkServices(draft: Draft, one: DraftTown, report: Report): void {
  const { town } = one;
  const zones = zonesOf(draft, one);
  for (const [index, name] of (town.parts.services ?? []).entries()) {
    if (name === undefined) continue;
    const at = town.spanOf(["services", index]);
    if (!draft.services.has(name)) report(unknownService(unknownName(name, draft.services.keys()), at));
    const zone = draft.services.get(name)?.parts.zone;
    if (zone && zones && !zones.zones.includes(zone)) report(zoneMissing({ ...zones, zone, service: name }, at));
  }
}

function checkSettings({ town }: DraftTown, report: Report): void {
  for (const name of Object.keys(town.parts.settings ?? {}))
    checkHosted(town, name, town.keySpanOf(["settings", name]), report);
}

function checkOpenings(draft: Draft, one: DraftTown, report: Report): void {
  const { town } = one;
  const zones = zonesOf(draft, one);
  for (const [index, opening] of (town.parts.openings ?? []).entries()) {
    const at = town.spanOf(["openings", index, "service"]);
    if (opening?.service !== undefined) checkHosted(town, opening.service, at, report);
    for (const [rank, peer] of (opening?.from ?? []).entries())
      if (isZone(peer) && zones && !zones.zones.includes(peer))
        report(zoneMissing({ ...zones, zone: peer }, town.spanOf(["openings", index, "from", rank])));
  }
}

function checkTownHall({ syndicate }: Draft, { town }: DraftTown, report: Report): void {
  const pool = poolOf(syndicate);
  for (const [index, range] of (town.parts.townHall ?? []).entries()) {
    if (range === undefined) continue;
    const at = town.spanOf(["townHall", index]);
    const shortest = tooWide(range);
    if (shortest) report(accessTooWide({ key: "townHall", received: range, shortest }, at));
    else if (pool && overlap(pool, range)) report(accessFromPool({ key: "townHall", received: range, pool }, at));
    else if (!isPublic(range)) report(townHallNotPublic({ received: range }, at));
  }
}

function checkHosted(town: DraftTown["town"], received: string, at: ReturnType<typeof town.spanOf>, report: Report) {
  const { services } = town.parts;
  if (!services || services.includes(received)) return;
  const hosted = [...new Set(services.filter((name) => name !== undefined))];
  const suggestion = nearest(received, hosted);
  report(serviceNotHosted({ received, hosted, ...(suggestion && { suggestion }) }, at));
}

/** Zones of a town's size; nothing while its size is not known. */
function zonesOf(draft: Draft, { town, commune }: DraftTown): { size: string; zones: Zone[] } | undefined {
  const size = sizeClassOf(draft, commune?.population, town.parts.size?.class);
  const zones = size && draft.sizes.get(size)?.parts.zones;
  const known = zones?.filter((zone) => zone !== undefined);
  return size && known && known.length === zones?.length ? { size, zones: known } : undefined;
}

function isZone(peer: string | undefined): peer is Zone {
  return (ZONES as readonly (string | undefined)[]).includes(peer);
}
