import { type Attributes, UNKNOWN } from "../../plan/plan";
import type { Judgement, RuleContext, Verdict } from "../rule";
import { isForEveryone } from "./security-group-rule";

/**
 * Judges a security-group rule that must not let everyone through in one direction.
 *
 * @param opens - whether the rule opens the ports in question.
 */
export function judgeOpening(
  rule: Attributes,
  context: RuleContext,
  direction: "ingress" | "egress",
  opens: (rule: Attributes) => "yes" | "no" | "unknown",
): Verdict | Judgement {
  if (rule.direction !== UNKNOWN && String(rule.direction).toLowerCase() !== direction) return "pass";
  const ports = opens(rule);
  if (ports === "no") return "pass";
  const { answer, attribute } = isForEveryone(rule, context);
  if (answer === "no") return "pass";
  if (rule.direction === UNKNOWN) return { verdict: "unknown", attribute: "direction" };
  if (ports === "unknown")
    return { verdict: "unknown", attribute: rule.protocol === UNKNOWN ? "protocol" : "port_range_min" };
  return { verdict: answer === "yes" ? "fail" : "unknown", attribute };
}
