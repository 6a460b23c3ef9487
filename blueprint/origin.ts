import type { Place } from "../problems/problem";
import type { Located, Path } from "../schema/config";
import type { Layer, Origin } from "./blueprint";
import type { RuleName } from "./rules";
import { Valued } from "./valued";

/** A value read in a file, at `path`. */
export function read<T>(value: T, layer: Layer, located: Located<unknown>, path: Path): Valued<T> {
  return new Valued(value, { layer, at: located.placeOf(path) });
}

/** A value that a rule of the kit derives, from the line at `place` if there is one. */
export function derive<T>(value: T, rule: RuleName, place?: Place): Valued<T> {
  return new Valued(value, { layer: "rule", rule, ...(place && { at: place }) });
}

/**
 * The line to show for a part of the blueprint: that of the leaf itself, else of its first leaf, else of the
 * nearest part around it.
 */
export function placeOf(origins: Readonly<Record<string, Origin>>, path: string): Place | undefined {
  for (let part = path; part; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
    const place =
      origins[part]?.at ?? Object.entries(origins).find(([leaf, { at }]) => at && leaf.startsWith(`${part}.`))?.[1].at;
    if (place) return place;
  }
  return undefined;
}
