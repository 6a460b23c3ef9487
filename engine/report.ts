import { z } from "zod";
import { SIZE_CLASSES } from "../schema/values";

/**
 * What `beffroi plan --json` prints: the published contract for machines. A field may be added; one that is there
 * never changes its meaning.
 */
export const finding = z.strictObject({
  rule: z.string().meta({ description: "Permanent id of the rule, such as NET-001." }),
  severity: z.enum(["error", "warning"]),
  verdict: z.enum(["fail", "unknown"]).meta({ description: "`unknown`: the plan does not tell." }),
  title: z.string(),
  resource: z.string().meta({ description: "Address of the resource in the plan." }),
  attribute: z.string().optional(),
  value: z.string().optional().meta({ description: "What the attribute holds; secrets are masked." }),
  detail: z.string().optional().meta({ description: "What was seen, where the value alone does not tell." }),
  file: z.string().optional().meta({ description: "File of the config that caused it, relative to its folder." }),
  line: z.int().optional(),
  column: z.int().optional(),
});

const cost = z.strictObject({
  currency: z.literal("EUR"),
  complete: z.boolean().meta({ description: "False when a billed line has no price." }),
  monthly: z.number().meta({ description: "EUR a month, before tax, after the plan is applied." }),
  before: z.number().meta({ description: "EUR a month today." }),
  asOf: z.iso.date().meta({ description: "Day of the price list." }),
  unpriced: z.array(z.string()).meta({ description: "Addresses of the lines without a price." }),
});

export const stackReportSchema = z.strictObject({
  name: z.string().meta({ description: "`hosting`." }),
  changes: z.strictObject({
    create: z.int(),
    update: z.int(),
    replace: z.int(),
    delete: z.int(),
    forget: z.int(),
    unchanged: z.int(),
  }),
  verdict: z.enum(["pass", "fail"]),
  findings: z.array(finding),
  cost,
  artefact: z.string().meta({ description: "Folder of the plan, its JSON, its verdict and its digests." }),
});

export const planReportSchema = z
  .strictObject({
    format: z.literal("beffroi/plan/1"),
    verdict: z.enum(["pass", "fail"]),
    monthly: z.number().meta({ description: "EUR a month of all the towns of this report." }),
    towns: z.array(
      z.strictObject({
        insee: z.string(),
        name: z.string(),
        population: z.int(),
        size: z.enum(SIZE_CLASSES),
        target: z.string(),
        stacks: z.array(stackReportSchema),
      }),
    ),
  })
  .meta({ title: "beffroi plan --json", description: "Plans, verdicts and costs of towns." });

export type PlanReport = z.output<typeof planReportSchema>;
export type TownReport = PlanReport["towns"][number];
export type StackReport = TownReport["stacks"][number];
export type ReportedFinding = StackReport["findings"][number];
