import { markedPaths, touches } from "../../plan/paths";

/** One attribute of a resource that is no longer what the state says. */
export interface AttributeDrift {
  readonly attribute: string;

  /** Values, `null` for none; a secret one is {@link HIDDEN} on both sides. */
  readonly before: unknown;
  readonly now: unknown;
}

/** A resource of a state that was changed behind OpenTofu's back, or is gone. */
export interface ManagedDrift {
  readonly what: "changed" | "gone";
  readonly address: string;
  readonly type: string;

  /** Id in the cloud. */
  readonly id: string;

  /** Empty when it is gone. */
  readonly attributes: readonly AttributeDrift[];
}

export const HIDDEN = "(hidden)";

/** What services count and compute by themselves; nobody sets it. */
const NOT_SET_BY_ANYBODY = new Set([
  "all_fixed_ips",
  "all_metadata",
  "all_security_group_ids",
  "all_tags",
  "created",
  "created_at",
  "dns_assignment",
  "hypervisor_hostname",
  "region",
  "revision_number",
  "updated",
  "updated_at",
]);

/** The attachments of a volume are told on their own, by what is in no state. */
const TOLD_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  openstack_blockstorage_volume_v3: ["attachment"],
};

/** Nova writes these down on a port when the host starts, which is after the state was written. */
const WRITTEN_LATER: Readonly<Record<string, readonly string[]>> = {
  openstack_networking_port_v2: ["device_id", "device_owner", "dns_name"],
};

interface Drifted {
  readonly address: string;
  readonly type: string;
  readonly mode?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: Readonly<Record<string, unknown>> | null;
    readonly after?: Readonly<Record<string, unknown>> | null;
    readonly before_sensitive?: unknown;
    readonly after_sensitive?: unknown;
  };
}

/**
 * What a refresh-only plan, as `tofu show -json` prints it, found changed or gone. Values that are equal to none
 * (nothing, an empty text, list or map) count as the same: providers read one where they had written another.
 */
export function planDrift(json: string): ManagedDrift[] {
  const { resource_drift: drifted = [] } = JSON.parse(json) as { resource_drift?: readonly Drifted[] };
  return drifted
    .filter(({ mode = "managed" }) => mode === "managed")
    .flatMap(({ address, type, change }): ManagedDrift[] => {
      const { before, after } = change;
      if (!before) return [];
      const found = { address, type, id: String(before.id ?? "") };
      if (!after) return [{ what: "gone", ...found, attributes: [] }];
      const attributes = attributesOf(type, change);
      return attributes.length > 0 ? [{ what: "changed", ...found, attributes }] : [];
    })
    .sort((left, right) => (left.address < right.address ? -1 : 1));
}

function attributesOf(type: string, { before, after, before_sensitive, after_sensitive }: Drifted["change"]) {
  const secret = [...markedPaths(before_sensitive), ...markedPaths(after_sensitive)];
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  return names.flatMap((attribute): AttributeDrift[] => {
    if (NOT_SET_BY_ANYBODY.has(attribute) || TOLD_ELSEWHERE[type]?.includes(attribute)) return [];
    const [was, is] = [before?.[attribute] ?? null, after?.[attribute] ?? null];
    if (same(was, is) || (isEmpty(was) && WRITTEN_LATER[type]?.includes(attribute))) return [];
    if (touches(secret, attribute)) return [{ attribute, before: HIDDEN, now: HIDDEN }];
    return [{ attribute, before: was, now: is }];
  });
}

/** Keys may come in any order; sets of OpenTofu are sorted already. */
function same(left: unknown, right: unknown): boolean {
  if (isEmpty(left) && isEmpty(right)) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => same(item, right[index]));
  if (isMap(left) && isMap(right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...names].every((name) => same(left[name], right[name]));
  }
  return left === right;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
}
