import { z } from "zod";
import { checkReportSchema } from "../../engine/check-report-schema";
import { planReportSchema } from "../../engine/report";
import type { Generated } from "./generated-file";

/** `schema/json/<command>-report.schema.json`: the contract of `--json`. */
export function reportSchemas(): Generated[] {
  return [
    ["schema/json/check-report.schema.json", text(checkReportSchema)],
    ["schema/json/plan-report.schema.json", text(planReportSchema)],
  ];
}

function text(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { target: "draft-2020-12" }), null, 2)}\n`;
}
