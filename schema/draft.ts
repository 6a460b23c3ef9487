import type { Commune } from "./communes";
import type { ConfigFile } from "./config-file";
import type { Facts } from "./files/facts";
import type { Ledger } from "./files/ledger";
import type { Service } from "./files/service";
import type { Size } from "./files/size";
import type { Syndicate } from "./files/syndicate";
import type { Target } from "./files/target";
import type { Town } from "./files/town";
import type { SizeClass } from "./values";

export interface DraftTown {
  readonly town: ConfigFile<Town>;

  /** Absent when the INSEE code is wrong. */
  readonly commune?: Commune;
}

/** Files by name, in the order of their names; nothing where a file cannot be read at all. */
export type DraftFiles<T, Name extends string = string> = ReadonlyMap<Name, ConfigFile<T> | undefined>;

/** A config as far as it could be read: what the checks between files work on. */
export interface Draft {
  readonly folder: string;
  readonly syndicate: ConfigFile<Syndicate> | undefined;
  readonly ledger: ConfigFile<Ledger> | undefined;
  readonly targets: DraftFiles<Target>;
  readonly facts: DraftFiles<Facts>;
  readonly sizes: DraftFiles<Size, SizeClass>;
  readonly services: DraftFiles<Service>;
  readonly towns: readonly DraftTown[];
}

/** The target of a town: its own, else the syndicate's. */
export function targetOf(draft: Draft, { town }: DraftTown): string | undefined {
  return town.parts.target ?? draft.syndicate?.parts.target;
}
