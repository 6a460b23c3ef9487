import { z } from "zod";
import { planReportSchema } from "../../engine/report";
import type { Generated } from "./generate";

/** `schema/json/<command>-report.schema.json`: the contract of `--json`. */
export function reportSchemas(): Generated[] {
  const schema = z.toJSONSchema(planReportSchema, { target: "draft-2020-12" });
  return [["schema/json/plan-report.schema.json", `${JSON.stringify(schema, null, 2)}\n`]];
}
