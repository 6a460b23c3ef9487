import { type SpawnSyncOptions, spawnSync } from "node:child_process";

/** One line of the table: what was measured, and the bar that it must not cross. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: number;
  readonly ok: boolean;

  /** The figures behind a ratio. */
  readonly detail?: string;
}

export function measure(name: string, value: number, unit: string, bar: number, detail?: string): Measure {
  return { name, value, unit, bar, ok: value <= bar, ...(detail && { detail }) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Seconds that a whole process takes; a process that fails stops the bench: its time would mean nothing. */
export function timeOf(
  program: string,
  args: readonly string[],
  options: SpawnSyncOptions = {},
  accepted = [0],
): number {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, { stdio: "pipe", maxBuffer: 1 << 28, ...options });
  if (error) throw error;
  if (!accepted.includes(status ?? -1))
    throw new Error(`${program} ${args.join(" ")}: exit ${status}\n${stdout}${stderr}`);
  return (performance.now() - start) / 1000;
}

/**
 * Medians of things that are compared, measured in turn so that a busy moment of the machine falls on all of them. One
 * round before the counted ones fills the caches of the disk.
 */
export function compare(rounds: number, ...things: readonly (() => number)[]): number[] {
  const times: number[][] = things.map(() => []);
  for (let round = 0; round <= rounds; round++)
    for (const [index, thing] of things.entries()) {
      const time = thing();
      if (round > 0) times[index]?.push(time);
    }
  return times.map(median);
}
