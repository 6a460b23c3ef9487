import { probeFailed } from "../../../problems/catalogue/bootstrap-state";
import type { Localised } from "../../../problems/language";
import { OperatorError } from "../../../problems/problem";

/** One attack on a place for states. */
export interface Probe {
  /** What must hold. */
  readonly title: Localised;

  /** Attacks; gives what got through, or undefined when the place held. */
  run(): Promise<string | undefined>;
}

export interface Probed {
  readonly title: Localised;

  /** @default - the place held */
  readonly found?: string;
}

/**
 * Runs every probe, one after the other: each finding is told, not the first alone.
 *
 * @param onProbe - told what was just probed
 */
export async function runProbes(probes: readonly Probe[], onProbe: (probed: Probed) => void): Promise<Probed[]> {
  const results: Probed[] = [];
  for (const { title, run } of probes) {
    const found = await run();
    const probed: Probed = { title, ...(found !== undefined && { found }) };
    onProbe(probed);
    results.push(probed);
  }
  return results;
}

/** @throws OperatorError `state-probe-failed`, once for each probe that got through */
export function refuseFailed(place: string, results: readonly Probed[]): void {
  const problems = results.flatMap(({ title, found }) =>
    found === undefined ? [] : [probeFailed({ place, probe: title, found })],
  );
  if (problems.length > 0) throw new OperatorError(problems);
}
