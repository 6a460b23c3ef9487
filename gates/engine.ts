import type { Change, Plan } from "../plan/plan";
import type { Place } from "../problems/problem";
import type { Policy } from "./policy";
import { type Judgement, type Outcome, type Rule, SPECIAL_SUBJECTS } from "./rule";
import { shownValue } from "./shown-value";
import { subjectsOf } from "./subjects";

/** A rule did not pass on a resource. */
export interface Finding extends Omit<Judgement, "verdict" | "secret"> {
  readonly rule: Rule;
  readonly verdict: "fail" | "unknown";

  /** Address of the resource; `output.x`, `provider.x` or `plan` for what is no resource. */
  readonly address: string;

  /** Value of the attribute, ready to be shown: secrets masked, long values cut. */
  readonly value?: string;

  /** Line that caused it, where the caller knows it. */
  readonly place?: Place;
}

/** A rule threw: a bug of the rule. It is never taken for a pass. */
export interface BrokenRule {
  readonly rule: Rule;
  readonly address: string;
  readonly error: unknown;
}

export interface Report {
  /** Errors first, failures first, then by rule, resource and attribute. */
  readonly findings: readonly Finding[];
  readonly broken: readonly BrokenRule[];

  /** Resources that were judged. */
  readonly resources: number;

  /** Judgements of one rule on one resource. */
  readonly counts: { readonly passed: number; readonly failed: number; readonly unknown: number };
}

export interface JudgeOptions {
  readonly rules: readonly Rule[];
  readonly policy: Policy;

  /** Day of the plan, ISO 8601. @default - nothing is said of dates. */
  readonly today?: string;

  /** Tells which line of the config caused an attribute. @default - findings name no line. */
  readonly placeOf?: (address: string, attribute?: string) => Place | undefined;
}

/**
 * Judges a plan by all rules. What exists is judged like what is created or changed; what is deleted, by the rules
 * that ask for it.
 */
export function judge(plan: Plan, { rules, policy, today, placeOf }: JudgeOptions): Report {
  const rulesOf = ruleFinder(rules);
  const findings: Finding[] = [];
  const broken: BrokenRule[] = [];
  const counts = { passed: 0, failed: 0, unknown: 0 };
  const subjects = subjectsOf(plan);
  for (const change of subjects) {
    const resource = change.after ?? change.before;
    if (resource === undefined) continue;
    const context = { plan, policy, change, ...(today && { today }) };
    for (const rule of rulesOf(change.type)) {
      if (change.after === undefined && !rule.judgesDeletion) continue;
      let outcome: Outcome;
      try {
        outcome = rule.check(resource, context);
      } catch (error) {
        broken.push({ rule, address: change.address, error });
        continue;
      }
      if (outcome === "pass") {
        counts.passed++;
        continue;
      }
      for (const judgement of judgementsOf(outcome)) {
        if (judgement.verdict === "pass") counts.passed++;
        else {
          counts[judgement.verdict === "fail" ? "failed" : "unknown"]++;
          findings.push(findingOf(rule, change, judgement, placeOf));
        }
      }
    }
  }
  findings.sort(byGravity);
  const resources = subjects.filter(({ type }) => !isSpecial(type)).length;
  return { findings, broken, resources, counts };
}

/** Whether the plan must not be applied. @param strict - refuses warnings and what the plan does not tell, too. */
export function isRefused({ findings }: Report, strict: boolean): boolean {
  return findings.some(({ rule, verdict }) => strict || (rule.severity === "error" && verdict === "fail"));
}

/** One judgement for each outcome: no finding at all is a pass. */
export function judgementsOf(outcome: Outcome): readonly Judgement[] {
  if (typeof outcome === "string") return [{ verdict: outcome }];
  if (!Array.isArray(outcome)) return [outcome as Judgement];
  return outcome.length > 0 ? outcome : [{ verdict: "pass" }];
}

function ruleFinder(rules: readonly Rule[]): (type: string) => readonly Rule[] {
  const found = new Map<string, readonly Rule[]>();
  return (type) => {
    let matching = found.get(type);
    if (!matching) {
      matching = rules.filter(
        ({ resources }) => resources.includes(type) || (!isSpecial(type) && resources.includes("*")),
      );
      found.set(type, matching);
    }
    return matching;
  };
}

function isSpecial(type: string): boolean {
  return (SPECIAL_SUBJECTS as readonly string[]).includes(type);
}

function findingOf(
  rule: Rule,
  change: Change,
  { verdict, attribute, secret, detail }: Judgement,
  placeOf: JudgeOptions["placeOf"],
): Finding {
  const place = placeOf?.(change.address, attribute);
  return {
    rule,
    verdict: verdict as Finding["verdict"],
    address: change.address,
    ...(attribute !== undefined && { attribute, value: shownValue(change, attribute, secret === true) }),
    ...(detail && { detail }),
    ...(place && { place }),
  };
}

function byGravity(left: Finding, right: Finding): number {
  return (
    compare(left.rule.severity, right.rule.severity) ||
    compare(left.verdict, right.verdict) ||
    compare(left.rule.id, right.rule.id) ||
    compare(left.address, right.address) ||
    compare(left.attribute ?? "", right.attribute ?? "")
  );
}

/** By code point, whatever the locale: the order is the same on every machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
