import type { Attributes, Change, Plan } from "../plan/plan";
import type { Localised } from "../problems/language";
import type { Policy } from "./policy";

/** `unknown`: the plan does not tell; counted, shown, never taken for a pass. */
export type Verdict = "pass" | "fail" | "unknown";

/** What a rule says of one resource, and of which attribute. */
export interface Judgement {
  readonly verdict: Verdict;

  /** Dotted path of the attribute that decided; its value is shown. */
  readonly attribute?: string;

  /** Masks the value even where the plan does not know that it is a secret. @default false */
  readonly secret?: boolean;

  /** What was seen, where the value alone does not tell. */
  readonly detail?: Localised;
}

/** A rule may find several things on one resource: each is shown, and can be waived, alone. */
export type Outcome = Verdict | Judgement | readonly Judgement[];

/** What a rule may look at beside the resource. */
export interface RuleContext {
  readonly plan: Plan;
  readonly policy: Policy;
  readonly change: Change;

  /** Day of the plan, ISO 8601. @default - nothing can be said of dates. */
  readonly today?: string;
}

/** The text that asks for a rule. */
export interface Source {
  readonly text: Localised;

  /** Day of the text, ISO 8601. */
  readonly date: string;
}

/**
 * What is judged beside resources: each output, each provider block, and the plan as a whole.
 * An output has the attributes `sensitive` and `value`, a provider block has its constant arguments, a plan has none.
 */
export const SPECIAL_SUBJECTS = ["output", "provider", "plan"] as const;

export interface Rule {
  /** Permanent: `NET-001`. Never reused. */
  readonly id: string;

  /** An error refuses the plan; a warning is only shown, unless the run is strict. */
  readonly severity: "error" | "warning";
  readonly title: Localised;
  readonly why: Localised;
  readonly fix: Localised;

  /** Text that asks for it. @default - the kit's own judgement. */
  readonly source?: Source;

  /** Resource types that it judges, `*` for all of them, and {@link SPECIAL_SUBJECTS}. */
  readonly resources: readonly string[];

  /** Also judges resources that the plan deletes or forgets: `check` is given what they were. @default false */
  readonly judgesDeletion?: boolean;

  check(resource: Attributes, context: RuleContext): Outcome;

  /** Run by the tests, shown in the catalogue; one of them leaves the attribute out. */
  readonly examples: Readonly<Record<Verdict, readonly Example[]>>;
}

export const defineRule = (rule: Rule): Rule => rule;

/** Stands in an example for a reference to another resource of it; known only after apply, as in a real plan. */
export class Reference {
  constructor(
    readonly address: string,
    readonly attribute = "id",
  ) {}
}

export const ref = (address: string, attribute?: string): Reference => new Reference(address, attribute);

/** Another resource in the plan of an example. */
export interface Neighbour {
  readonly type: string;
  readonly name: string;
  readonly after: Attributes;
}

/** A resource that a rule is tried on, and what surrounds it. */
export interface Example {
  /** The situation, in a few words. */
  readonly name: string;

  /** Set on the example that leaves out the attribute which decides: its name. */
  readonly leavesOut?: string;

  /** @default - the first type that the rule judges. */
  readonly type?: string;

  /** Attributes after; absent when the resource is deleted or forgotten. */
  readonly after?: Attributes;

  /** Attributes before. @default - it is created. */
  readonly before?: Attributes;

  /** @default - what follows from `before` and `after`: create, delete, or update. */
  readonly actions?: Change["actions"];

  /** Attributes that are made of a sensitive value. */
  readonly sensitive?: readonly string[];

  /** Other resources of the plan. */
  readonly with?: readonly Neighbour[];

  /** Arguments of the provider block. @default - a region is not among them. */
  readonly provider?: Attributes;

  /** Addresses in the state that the plan does not speak of. */
  readonly leftAside?: readonly string[];

  readonly policy?: Policy;
  readonly today?: string;

  /** Why no real plan can show it. @default - a real plan of it is made and judged by the tests. */
  readonly byHand?: string;
}
