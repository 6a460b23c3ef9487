import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { sealUnreadable } from "../../problems/catalogue/apply-seal";
import { OperatorError } from "../../problems/problem";
import { ARTEFACT, type Seal } from "../artefact";
import type { WorkFolder } from "../folders";
import { type StackReport, stackReportSchema } from "../report";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const sealSchema = z.object({
  format: z.literal("beffroi/artefact/1"),
  insee: z.string(),
  stack: z.string(),
  at: z.iso.datetime(),
  versions: z.object({ beffroi: z.string(), tofu: z.string(), provider: z.string() }),
  digests: z.object({
    plan: digest,
    planJson: digest,
    verdict: digest,
    stack: digest,
    blueprint: digest,
    policy: digest,
    tofu: digest,
    provider: digest,
  }),
}) satisfies z.ZodType<Seal>;

/** A plan that `beffroi plan` kept, not yet compared with anything. */
export interface KeptPlan {
  readonly insee: string;
  readonly stack: string;
  readonly folder: string;
  readonly seal: Seal;
  readonly verdict: StackReport;
}

/**
 * The kept plan of a town's stack; undefined when there is none.
 *
 * @param town - its name, for messages
 * @throws OperatorError `apply-seal-unreadable`
 */
export function readKeptPlan(work: WorkFolder, insee: string, stack: string, town: string): KeptPlan | undefined {
  const folder = work.planOf(insee, stack);
  if (!existsSync(folder)) return undefined;
  const read = <T>(file: string, schema: z.ZodType<T>): T => {
    try {
      return schema.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    } catch {
      throw new OperatorError([sealUnreadable({ town, insee, file })]);
    }
  };
  const seal = read(ARTEFACT.seal, sealSchema);
  return { insee, stack, folder, seal, verdict: read(ARTEFACT.verdict, stackReportSchema) };
}
