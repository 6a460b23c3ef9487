import type { Located } from "../schema/config";
import type { Needs, Service } from "../schema/files/service";
import type { Size } from "../schema/files/size";
import type { Town } from "../schema/files/town";
import { SIZE_CLASSES, type SizeClass } from "../schema/values";
import { read } from "./origin";
import type { Valued } from "./valued";

/** The class whose bounds hold the population. The classes follow each other without a gap: the schema saw to it. */
export function sizeOf(population: number, sizes: ReadonlyMap<SizeClass, Located<Size>>): SizeClass {
  const fits = ([, { value }]: [SizeClass, Located<Size>]) =>
    population >= value.population.from && population < (value.population.below ?? Number.POSITIVE_INFINITY);
  const found = [...sizes].find(fits);
  if (!found) throw new Error(`no size class holds ${population} inhabitants`);
  return found[0];
}

/** Each need of a service, with the line that decided it. */
export type TracedNeeds = { readonly [Key in keyof Needs]: Valued<Needs[Key] & {}> };

/** What a service needs in a town: the town's own settings, else the nearest class at or below the town's. */
export function needsOf(service: Located<Service>, name: string, town: Located<Town>, size: SizeClass): TracedNeeds {
  const classes = SIZE_CLASSES.slice(0, SIZE_CLASSES.indexOf(size) + 1).reverse();
  const need = <Key extends keyof Needs>(key: Key): Valued<Needs[Key] & {}> | undefined => {
    const own = town.value.settings[name]?.[key];
    if (own !== undefined) return read(own as Needs[Key] & {}, "town", town, ["settings", name, key]);
    const by = classes.find((each) => service.value.sizing[each]?.[key] !== undefined);
    const value = by && service.value.sizing[by]?.[key];
    return value === undefined
      ? undefined
      : read(value as Needs[Key] & {}, "service", service, ["sizing", by as string, key]);
  };
  const [hosts, flavour] = [need("hosts"), need("flavour")];
  if (!hosts || !flavour) throw new Error(`the smallest size of ${name} lacks hosts or flavour`);
  return { hosts, flavour, dataGiB: need("dataGiB"), documentsGiB: need("documentsGiB") };
}
