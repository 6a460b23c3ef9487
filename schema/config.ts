import type { Place } from "../problems/problem";
import type { Commune } from "./communes";
import type { Facts } from "./files/facts";
import type { Ledger } from "./files/ledger";
import type { Service } from "./files/service";
import type { Size } from "./files/size";
import type { Syndicate } from "./files/syndicate";
import type { Target } from "./files/target";
import type { Town } from "./files/town";
import type { SizeClass } from "./values";

/** Path of a value inside a file: `["services", 0]`. */
export type Path = readonly (string | number)[];

/** A checked file that remembers where each of its values stands. */
export interface Located<T> {
  /** Path of the file, relative to the config folder, with `/`. */
  readonly file: string;

  readonly value: T;

  /** Place of the value at `path`; of its nearest parent when the file leaves it out. */
  placeOf(path: Path): Place;
}

/** A town's file and the commune that it names. */
export interface TownEntry {
  readonly town: Located<Town>;
  readonly commune: Commune;
}

/** A whole config folder, checked: every reference between files holds. */
export interface Config {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly syndicate: Located<Syndicate>;
  readonly targets: ReadonlyMap<string, Located<Target>>;
  readonly facts: ReadonlyMap<string, Located<Facts>>;
  readonly sizes: ReadonlyMap<SizeClass, Located<Size>>;
  readonly services: ReadonlyMap<string, Located<Service>>;
  readonly ledger: Located<Ledger>;

  /** By INSEE code, sorted by it. */
  readonly towns: ReadonlyMap<string, TownEntry>;
}
