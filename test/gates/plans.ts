import type { Attributes, Plan } from "../../plan/plan";
import { readPlan } from "../../plan/read";

export interface Given {
  readonly address: string;
  readonly before?: Attributes;
  readonly after?: Attributes;
  readonly actions?: readonly string[];
  readonly sensitive?: Attributes;

  /** Other members of the item of `resource_changes`. */
  readonly more?: Attributes;
}

/** The JSON of a plan, from the attributes of its resources. */
export function planJson(resources: readonly Given[], more: Attributes = {}): string {
  return JSON.stringify({
    format_version: "1.2",
    resource_changes: resources.map(
      ({ address, before = null, after = null, actions = ["create"], sensitive, more }) => ({
        address,
        type: address.split(".").at(-2)?.replace(/\[.*/, ""),
        mode: "managed",
        change: { actions, before, after, after_unknown: {}, after_sensitive: sensitive ?? {} },
        ...more,
      }),
    ),
    ...more,
  });
}

export function planOf(resources: readonly Given[], more: Attributes = {}): Plan {
  return readPlan(planJson(resources, more));
}
