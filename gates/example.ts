import { type Attributes, type Change, type Plan, UNKNOWN } from "../plan/plan";
import { readPlan } from "../plan/read";
import { judgementsOf } from "./engine";
import { type Example, Reference, type Rule, type Verdict } from "./rule";
import { subjectsOf } from "./subjects";

/** Name of the resource that an example is about; its neighbours have names of their own. */
export const SUBJECT = "it";

const PROVIDER = "registry.opentofu.org/terraform-provider-openstack/openstack";

/** Type of the resource, or kind of special subject, that an example is about. */
export function typeOf(rule: Rule, example: Example): string {
  return example.type ?? (rule.resources[0] as string);
}

/** What the plan does to the resource of an example. */
export function actionsOf({ actions, before, after }: Example): Change["actions"] {
  if (actions) return actions;
  if (before === undefined) return ["create"];
  return after === undefined ? ["delete"] : ["update"];
}

/** The address of what an example is about: `openstack_x.it`, `output.it`, `provider.openstack`, `plan`. */
export function subjectOf(rule: Rule, example: Example): string {
  const type = typeOf(rule, example);
  if (type === "plan") return "plan";
  return type === "provider" ? "provider.openstack" : `${type}.${SUBJECT}`;
}

/**
 * The gravest verdict of a rule on one resource of a plan: fail, then unknown, then pass.
 *
 * @param address - see {@link subjectOf}.
 */
export function verdictOn(rule: Rule, example: Example, plan: Plan, address: string): Verdict {
  const change = subjectsOf(plan).find((one) => one.address === address);
  const resource = change?.after ?? change?.before;
  if (!change || !resource) throw new Error(`the plan has no ${address}`);
  const { policy = {}, today } = example;
  const verdicts = judgementsOf(rule.check(resource, { plan, policy, change, ...(today && { today }) })).map(
    ({ verdict }) => verdict,
  );
  return verdicts.includes("fail") ? "fail" : verdicts.includes("unknown") ? "unknown" : "pass";
}

/** The plan that OpenTofu would make of an example, as far as the rules can see it. */
export function planOf(rule: Rule, example: Example): Plan {
  return readPlan(planJson(rule, example), example.name);
}

function planJson(rule: Rule, example: Example): object {
  const type = typeOf(rule, example);
  const { after = {}, before, sensitive = [], leftAside = [], provider = {} } = example;
  const neighbours = (example.with ?? []).map((one) => resource(one.type, one.name, { after: one.after }));
  const special = ["output", "provider", "plan"].includes(type);
  const own = special ? [] : [resource(type, SUBJECT, { ...example, actions: actionsOf(example), sensitive })];
  const resources = [...own, ...neighbours];
  return {
    format_version: "1.2",
    resource_changes: resources.map(({ change }) => change),
    output_changes: type === "output" ? { [SUBJECT]: output(after) } : {},
    prior_state: {
      values: { root_module: { resources: leftAside.map((address) => ({ mode: "managed", address })) } },
    },
    configuration: {
      provider_config: {
        openstack: {
          name: "openstack",
          full_name: PROVIDER,
          expressions: written(type === "provider" ? after : provider),
        },
      },
      root_module: { resources: resources.flatMap(({ configured }) => configured) },
    },
    ...(before && { planned_values: {} }),
  };
}

function resource(
  type: string,
  name: string,
  { before, after, actions = ["create"], sensitive = [] }: Partial<Example>,
) {
  const address = `${type}.${name}`;
  const masks = Object.fromEntries(sensitive.map((path) => [path, true]));
  return {
    change: {
      address,
      type,
      mode: "managed",
      change: {
        actions,
        before: before ?? null,
        after: after ? known(after) : null,
        after_unknown: after ? unknownMask(after) : {},
        after_sensitive: nested(masks),
        ...(actions.length > 1 && { replace_paths: changedNames(before, after).map((changed) => [changed]) }),
      },
    },
    configured: after ? [{ address, expressions: written(after, sensitive), provider_config_key: "openstack" }] : [],
  };
}

/** `{"metadata.db": true}` as OpenTofu nests it. */
function nested(masks: Readonly<Record<string, boolean>>): object {
  const mask: Record<string, unknown> = {};
  for (const path of Object.keys(masks)) {
    const [first = "", second] = path.split(".");
    mask[first] = second === undefined ? true : { ...(mask[first] as object), [second]: true };
  }
  return mask;
}

function output({ value, sensitive = false }: Attributes): object {
  return { actions: ["create"], after: known(value), after_unknown: unknownMask(value), after_sensitive: sensitive };
}

function isUnknown(value: unknown): boolean {
  return value === UNKNOWN || value instanceof Reference;
}

/** What is known before apply: unknown members are absent, unknown items are `null`. */
function known(value: unknown): unknown {
  if (isUnknown(value)) return undefined;
  if (Array.isArray(value)) return value.map((item) => known(item) ?? null);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (isUnknown(child) ? [] : [[key, known(child)]])),
  );
}

function unknownMask(value: unknown): unknown {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return value.map(unknownMask);
  if (typeof value !== "object" || value === null) return false;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, unknownMask(child)]));
}

/** Arguments as the configuration part of a plan writes them; what is sensitive comes from a variable. */
function written(attributes: Attributes, sensitive: readonly string[] = []): object {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (sensitive.some((path) => path.split(".")[0] === name)) return [name, { references: ["var.secret"] }];
      if (Array.isArray(value) && value.some((item) => item !== null && typeof item === "object" && !isUnknown(item)))
        return [name, value.map((block) => written(block))];
      const references = referencesIn(value);
      return [name, references.length > 0 ? { references } : { constant_value: value }];
    }),
  );
}

function referencesIn(value: unknown): string[] {
  if (value === UNKNOWN) return ["terraform_data.later.id", "terraform_data.later"];
  if (value instanceof Reference) return [`${value.address}.${value.attribute}`, value.address];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(referencesIn);
}

function changedNames(before: Attributes = {}, after: Attributes = {}): string[] {
  return Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
