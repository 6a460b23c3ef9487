import type { PriceList } from "../../cost/billed";
import { type Adoption, adoptionOf, type Wanted } from "./adoption";
import { type Found, type FoundKind, foundIn, type Key, keyOf, type Survey } from "./found";
import { monthlyOf } from "./monthly";
import { type Around, bootVolumesOf, isExpected } from "./own-making";
import { Owned } from "./owned";
import { hangsOn, partOf } from "./part-of";
import { byRemoval, removalOf } from "./removal";
import type { StateResource } from "./state-resources";

/** Something that exists in the project and in no state of it. */
export interface UnmanagedThing {
  readonly kind: FoundKind;
  readonly id: string;
  readonly name: string;
  readonly details: Found["details"];

  /** Whose it may be: the owner of the resource that it hangs on, else the town that its marks name. */
  readonly owner?: string;

  /** Address of the resource that it hangs on. */
  readonly on?: string;

  /** When it was made (ISO 8601), where the API tells. */
  readonly made?: string;

  /** EUR a month, before tax, where the price list tells. */
  readonly monthly?: number;

  /** How to make it the resource that the config asks for, where one is alike. */
  readonly adoption?: Adoption;

  /** Commands that remove it, for a person to run. */
  readonly removal: readonly string[];
}

export interface TownWants {
  readonly owner: string;
  readonly wanted: readonly Wanted[];
}

/**
 * Compares a project with all of its states: what is in none of them, less what OpenStack makes by itself, in the
 * order in which it can be removed.
 */
export function inventoryDrift(survey: Survey, towns: readonly TownWants[] = [], prices?: PriceList): UnmanagedThing[] {
  const all = foundIn(survey.inventory);
  const owned = new Owned(survey.states);
  const byKey = new Map(all.map((found): [Key, Found] => [keyOf(found), found]));
  const around: Around = { survey, owned, all: byKey, bootVolumes: bootVolumesOf(all, owned) };
  const strange = new Map(
    all
      .filter((found) => !owned.of(keyOf(found)) && !isExpected(found, around))
      .map((found): [Key, Found] => [keyOf(found), found]),
  );
  return [...strange.values()]
    .filter((found) => !partOf(found).some((key) => strange.has(key)))
    .sort(byRemoval)
    .map((found) => described(found, { survey, owned, towns, strange, all, ...(prices && { prices }) }));
}

interface Circle {
  readonly survey: Survey;
  readonly owned: Owned;
  readonly towns: readonly TownWants[];
  readonly strange: ReadonlyMap<Key, Found>;
  readonly all: readonly Found[];
  readonly prices?: PriceList;
}

function described(found: Found, { survey, owned, towns, strange, all, prices }: Circle): UnmanagedThing {
  const { kind, id, name, details } = found;
  const holder = hangsOn(found)
    .map((key) => owned.of(key))
    .find((resource) => resource !== undefined);
  const adopter = towns
    .map(({ owner, wanted }) => ({ owner, adoption: adoptionOf(found, wanted, statesOf(survey, owner)) }))
    .find(({ adoption }) => adoption !== undefined);
  const owner = holder?.owner ?? adopter?.owner ?? markedOwner(details, survey);
  const made = ["created_at", "created"].map((key) => details[key]).find((value) => typeof value === "string");
  const monthly = monthlyOf(found, prices);
  return {
    kind,
    id,
    name,
    details,
    ...(owner !== undefined && { owner }),
    ...(holder && { on: holder.address }),
    ...(made !== undefined && { made: instant(made as string) }),
    ...(monthly !== undefined && { monthly }),
    ...(adopter?.adoption && { adoption: adopter.adoption }),
    removal: removalOf(found, { projectId: survey.projectId, userId: survey.userId, going: strange, all }),
  };
}

function statesOf({ states }: Survey, owner: string): StateResource[] {
  return states.filter((resource) => resource.owner === owner);
}

/** The town that marks name, when it has a state: anybody can write marks, and a thing must not hide behind one. */
function markedOwner({ tags, metadata }: Found["details"], { states }: Survey): string | undefined {
  const tag = Array.isArray(tags) ? tags.find((one) => String(one).startsWith("insee=")) : undefined;
  const mark = tag ? String(tag).slice("insee=".length) : (metadata as { insee?: string } | undefined)?.insee;
  return states.find(({ owner }) => owner === mark)?.owner;
}

/** Services write instants with and without a zone: all of them are UTC. */
function instant(text: string): string {
  const at = new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(at.getTime()) ? text : at.toISOString().replace(/\.\d+Z$/, "Z");
}
