import { z } from "zod";
import { finding } from "./report";

/** What `beffroi check --json` prints: the published contract for machines. */
export const checkReportSchema = z
  .strictObject({
    format: z.literal("beffroi/check/1"),
    verdict: z.enum(["pass", "fail"]),
    resources: z.int().meta({ description: "Resources that were judged." }),
    counts: z
      .strictObject({ passed: z.int(), failed: z.int(), unknown: z.int() })
      .meta({ description: "Judgements of one rule on one resource." }),
    findings: z.array(finding),
    broken: z
      .array(z.strictObject({ rule: z.string(), resource: z.string() }))
      .meta({ description: "Rules that broke, which is a bug of ours: the verdict is worth nothing." }),
  })
  .meta({ title: "beffroi check --json", description: "The verdict of the gates on one plan." });

export type CheckReport = z.output<typeof checkReportSchema>;
