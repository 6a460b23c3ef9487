import { LIST_BLOCKS, SET_BLOCKS } from "./blocks";
import { constantOf, isWritten, referencesOf } from "./expression";
import { type Attributes, UNKNOWN, type Written } from "./plan";
import { isList, isRecord } from "./shape";

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
  const { type, written, isSettled } = origin;
  const told = type.startsWith("openstack_") ? written : undefined;
  let merged: Record<string, unknown> | undefined;
  for (const key of Object.keys(unknown)) {
    const mask = unknown[key];
    if (mask === true ? told && leftToProvider(key, told, isSettled) : !hasTrue(mask)) continue;
    merged ??= { ...after };
    merged[key] =
      told && isList(told[key]) ? withBlocks(key, after[key], mask, told[key]) : withUnknowns(after[key], mask);
  }
  return merged ?? after;
}

/** A value with {@link UNKNOWN} wherever `mask`, an `after_unknown` of a plan, is `true`. */
export function withUnknowns(value: unknown, mask: unknown): unknown {
  if (mask === true) return UNKNOWN;
  if (!hasTrue(mask)) return value;
  if (isList(mask)) return numbered(value, mask).map(([item, one]) => withUnknowns(item, one));
  return withMembers(value, mask as Attributes, () => true);
}

/** Blocks, in which what nobody wrote is left out as it is at the top; a `dynamic` block is not told apart. */
function withBlocks(name: string, value: unknown, mask: unknown, written: readonly unknown[]): unknown {
  if (!isList(mask) || mask.length !== written.length) return withUnknowns(value, mask);
  const wrote = (block: unknown, key: string) => isRecord(block) && isWritten(block[key]);
  return numbered(value, mask).map(([block, one], index) => {
    if (!isRecord(one)) return withUnknowns(block, one);
    const isOwn = LIST_BLOCKS.has(name)
      ? (key: string) => wrote(written[index], key)
      : (key: string) => written.some((any) => wrote(any, key));
    return withMembers(block, one, isOwn);
  });
}

function withMembers(value: unknown, mask: Attributes, isOwn: (key: string) => boolean): Attributes {
  const merged: Record<string, unknown> = { ...(value as object) };
  for (const [key, child] of Object.entries(mask))
    if (child !== true || isOwn(key)) merged[key] = withUnknowns(merged[key], child);
  return merged;
}

function numbered(value: unknown, mask: readonly unknown[]): [item: unknown, mask: unknown][] {
  const items = isList(value) ? value : [];
  return Array.from({ length: Math.max(items.length, mask.length) }, (_, index) => [items[index], mask[index]]);
}

function hasTrue(mask: unknown): boolean {
  if (mask === true) return true;
  if (typeof mask !== "object" || mask === null) return false;
  for (const key in mask) if (hasTrue((mask as Attributes)[key])) return true;
  return false;
}

function leftToProvider(key: string, written: Written, isSettled: Origin["isSettled"]): boolean {
  // An unknown block may come from a `dynamic` one, which the configuration part of a plan does not mention.
  if (LIST_BLOCKS.has(key) || SET_BLOCKS.has(key)) return false;
  const expression = Object.hasOwn(written, key) ? written[key] : undefined;
  if (!isWritten(expression)) return true;

  // What is made of settled variables alone is known when the plan is made; if it still is not, it was null.
  const references = referencesOf(expression);
  return references.length > 0 && constantOf(expression) === UNKNOWN && references.every(isSettled);
}
