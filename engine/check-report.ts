import type { Report } from "../gates/engine";
import type { Language } from "../problems/language";
import type { CheckReport } from "./check-report-schema";
import { reportFindings } from "./report-town";

/** The verdict on one plan, for machines. */
export function checkReport(report: Report, refused: boolean, language: Language): CheckReport {
  return {
    format: "beffroi/check/1",
    verdict: refused || report.broken.length > 0 ? "fail" : "pass",
    resources: report.resources,
    counts: report.counts,
    findings: reportFindings(report, language),
    broken: report.broken.map(({ rule, address }) => ({ rule: rule.id, resource: address })),
  };
}
