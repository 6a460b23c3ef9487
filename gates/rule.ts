import type { Attributes, Change, Plan } from "../plan/plan";
import type { Localised } from "../problems/language";

/** `unknown`: the plan does not tell; counted, shown, never taken for a pass. */
export type Verdict = "pass" | "fail" | "unknown";

/** What a target or a syndicate lays down for its plans; without it, only what no one may do is refused. */
export interface Policy {
  /** Regions where resources may stand. @default - any region. */
  readonly regions?: readonly string[];

  /** Volume types known to be encrypted. @default - no type is known to be encrypted. */
  readonly encryptedVolumeTypes?: readonly string[];

  /** Keys that every resource must be marked with. @default - none. */
  readonly marks?: readonly string[];
}

/** What a rule says of one resource, and of which attribute. */
export interface Judgement {
  readonly verdict: Verdict;

  /** Dotted path of the attribute that decided. */
  readonly attribute?: string;
}

/** What a rule may look at beside the resource. */
export interface RuleContext {
  readonly plan: Plan;
  readonly policy: Policy;
  readonly change: Change;
}

/** An example of a rule: attributes after (a deletion gives attributes before), and what surrounds them. */
export interface Example {
  readonly name: string;
  readonly type?: string;
  readonly after?: Attributes;
  readonly before?: Attributes;
  readonly actions?: Change["actions"];
  readonly policy?: Policy;
}

export interface Rule {
  /** Permanent: `NET-001`. Never reused. */
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly title: Localised;
  readonly why: Localised;
  readonly fix: Localised;

  /** Text that asks for it, with its date. @default - the kit's own judgement. */
  readonly reference?: string;

  /** Resource types that it judges; `*` for all. */
  readonly resources: readonly string[];

  /** Also judges resources that the plan deletes or forgets. @default false */
  readonly judgesDeletion?: boolean;

  check(resource: Attributes, context: RuleContext): Judgement | Verdict;

  /** Run by the tests, shown in the catalogue; the attribute left out is always among them. */
  readonly examples: Readonly<Record<Verdict, readonly Example[]>>;
}

export const defineRule = (rule: Rule): Rule => rule;
