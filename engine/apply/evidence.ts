import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ARTEFACT, type Seal } from "../artefact";
import type { WorkFolder } from "../folders";
import { sealSchema } from "./kept-plan";

const RESULT = "result.json";

const resultSchema = z.object({
  format: z.literal("beffroi/result/1"),
  insee: z.string(),
  stack: z.string(),
  command: z.enum(["apply", "destroy"]),
  outcome: z.enum(["done", "failed", "interrupted"]),

  /** ISO 8601, UTC. */
  began: z.iso.datetime(),
  seconds: z.number(),

  /** Changes that were done, of those that were planned. */
  count: z.int(),
  total: z.int(),

  /** When the copy of the state was made that holds what was there before. */
  copy: z.iso.datetime().optional(),

  /** Codes of what went wrong. */
  problems: z.array(z.string()),
});

/** What came out of a plan that met the cloud. */
export type Result = z.output<typeof resultSchema>;

/** A plan that was used up: what was judged, and what came of it. */
export interface Evidence {
  readonly folder: string;
  readonly seal: Seal;
  readonly result: Result;
}

/**
 * Uses a plan up: its seal, its verdict and its result go to the evidence, the rest (which may hold secrets) goes. From
 * the first step on the plan cannot be applied a second time.
 *
 * @param plan - folder of the plan
 * @returns the folder of the evidence
 */
export function useUp(work: WorkFolder, plan: string, result: Omit<Result, "format">): string {
  const used = join(work.newRun(), "used");
  renameSync(plan, used);
  const place = join(work.appliedOf(result.insee, result.stack), result.began.replaceAll(/[-:]/g, ""));
  const draft = `${place}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  for (const file of [ARTEFACT.seal, ARTEFACT.verdict]) renameSync(join(used, file), join(draft, file));
  const whole: Result = { format: "beffroi/result/1", ...result };
  writeFileSync(join(draft, RESULT), `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, place);
  rmSync(dirname(used), { recursive: true, force: true });
  return place;
}

/** Evidence of a town's stack, oldest first; what is no evidence is passed over. */
export function listEvidence(work: WorkFolder, insee: string, stack: string): Evidence[] {
  const root = work.appliedOf(insee, stack);
  return namesIn(root).flatMap((name) => {
    const folder = join(root, name);
    try {
      const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
      return [{ folder, seal: sealSchema.parse(read(ARTEFACT.seal)), result: resultSchema.parse(read(RESULT)) }];
    } catch {
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
