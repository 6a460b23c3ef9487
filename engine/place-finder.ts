import type { Resolved } from "../blueprint/blueprint";
import { placeOf } from "../blueprint/origin";
import type { Place } from "../problems/problem";
import { pathOf, type Sources } from "../stacks/trace";

/** From a resource, and an attribute of it, to the line of the config that caused it. */
export function placeFinder({ origins }: Resolved, sources: Sources) {
  return (address: string, attribute?: string): Place | undefined => {
    const path = pathOf(sources, address, attribute);
    return path === undefined ? undefined : placeOf(origins, path);
  };
}
