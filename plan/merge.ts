import { type Attributes, type Expression, UNKNOWN, type Written } from "./plan";
import { isRecord } from "./shape";

/**
 * Nested blocks of the OpenStack provider. An unknown one may come from a `dynamic` block, which the configuration
 * part of a plan does not mention: that it is not written there proves nothing.
 */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "access_rules acl allocation_pool allowed_address_pairs binding block_device configuration database datastore " +
    "directions dpd external_fixed_ip extra_dhcp_option fixed_ip lifetime member meta multi_factor_auth_rule network " +
    "outputs persistence personality routes rules scheduler_hints secret_refs segments sub_port timeouts user " +
    "vendor_options versioning_legacy"
  ).split(" "),
);

/** What the merge must know of the resource whose attributes it completes. */
export interface Origin {
  readonly type: string;
  readonly written: Written | undefined;

  /** Whether what a reference names has a value as soon as the plan is made. */
  isSettled(reference: string): boolean;
}

/**
 * Attributes with {@link UNKNOWN} put where the plan says "known after apply" and somebody wrote something.
 *
 * A plan marks as unknown both what was written and is not known yet, and what was left out and will be chosen by the
 * provider; a rule must tell them apart, since leaving a range out opens it to everyone. The configuration decides.
 */
export function mergeAttributes(after: Attributes, unknown: Attributes, origin: Origin): Attributes {
  let merged: Record<string, unknown> | undefined;
  for (const key of Object.keys(unknown)) {
    const mask = unknown[key];
    if (mask === true ? leftToProvider(key, origin) : !hasTrue(mask)) continue;
    merged ??= { ...after };
    merged[key] = withUnknowns(after[key], mask);
  }
  return merged ?? after;
}

/** A value with {@link UNKNOWN} wherever `mask`, an `after_unknown` of a plan, is `true`. */
export function withUnknowns(value: unknown, mask: unknown): unknown {
  if (mask === true) return UNKNOWN;
  if (!hasTrue(mask)) return value;
  if (Array.isArray(mask)) {
    const items = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(items.length, mask.length) }, (_, index) =>
      withUnknowns(items[index], mask[index]),
    );
  }
  const merged: Record<string, unknown> = { ...(value as object) };
  for (const [key, child] of Object.entries(mask as object)) merged[key] = withUnknowns(merged[key], child);
  return merged;
}

function hasTrue(mask: unknown): boolean {
  if (mask === true) return true;
  if (typeof mask !== "object" || mask === null) return false;
  for (const child of Object.values(mask)) if (hasTrue(child)) return true;
  return false;
}

function leftToProvider(key: string, { type, written, isSettled }: Origin): boolean {
  if (written === undefined || BLOCKS.has(key) || !type.startsWith("openstack_")) return false;
  if (!Object.hasOwn(written, key)) return true;
  const expression = written[key];
  if (!isRecord(expression)) return false;
  if ("constant_value" in expression) return expression.constant_value === null;

  // What is made of settled variables alone is known when the plan is made; if it still is not, it was null.
  const { references = [] }: Expression = expression;
  return references.length > 0 && references.every(isSettled);
}
