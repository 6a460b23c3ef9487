import { OperatorError, type Place, type Problem } from "../problems/problem";
import { checkLedger } from "./checks/ledger";
import { checkServices } from "./checks/services";
import { checkSizes } from "./checks/sizes";
import { checkState } from "./checks/state";
import { checkSyndicate } from "./checks/syndicate";
import { checkTargets } from "./checks/targets";
import { checkTowns } from "./checks/towns";
import type { Config, Located, TownEntry } from "./config";
import type { Draft, DraftFiles } from "./draft";
import { readConfig } from "./read-config";

export interface LoadOptions {
  /**
   * INSEE codes of the towns whose files are read: the others cost nothing, and are not checked.
   *
   * @default - every town
   */
  readonly only?: readonly string[];
}

/**
 * Reads a config folder and checks all of it: each file alone, then what the files say about each other.
 *
 * @throws OperatorError with every problem of every file
 */
export function loadConfig(folder: string, options: LoadOptions = {}): Config {
  const { draft, problems } = examine(folder, options);
  if (problems.length > 0) throw new OperatorError(problems, folder);
  return configOf(draft);
}

/** The config as far as it can be read, and all that is wrong with it, in the order of files and lines. */
export function examine(folder: string, { only }: LoadOptions = {}): { draft: Draft; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const draft = readConfig(folder, only, report);
  for (const check of [checkSyndicate, checkState, checkTargets, checkSizes, checkServices, checkTowns, checkLedger])
    check(draft, report);
  return { draft, problems: problems.sort(byPlace) };
}

/** @throws Error (ours) when problems were found: a config is whole or is not. */
export function configOf({ folder, syndicate, ledger, targets, facts, sizes, services, towns }: Draft): Config {
  return {
    folder,
    syndicate: whole(syndicate),
    ledger: whole(ledger),
    targets: wholes(targets),
    facts: wholes(facts),
    sizes: wholes(sizes),
    services: wholes(services),
    towns: new Map(
      towns
        .map(({ town, commune }): TownEntry => ({ town, commune: whole(commune) }))
        .sort((left, right) => compare(left.commune.insee, right.commune.insee))
        .map((entry) => [entry.commune.insee, entry]),
    ),
  };
}

function wholes<T, Name extends string>(files: DraftFiles<T, Name>): ReadonlyMap<Name, Located<T>> {
  return new Map([...files].map(([name, file]) => [name, whole(file)]));
}

function whole<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("a file with problems was taken for a whole one");
  return part;
}

function byPlace({ at: left }: Problem, { at: right }: Problem): number {
  if (!left || !right) return Number(left !== undefined) - Number(right !== undefined);
  const isWhole = (place: Place) => Number(place.length === 0);
  return (
    compare(left.file, right.file) ||
    isWhole(right) - isWhole(left) ||
    left.line - right.line ||
    left.column - right.column
  );
}

/** By code points: the same order on every machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
