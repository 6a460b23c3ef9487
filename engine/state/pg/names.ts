import type { StackId } from "../stack-id";

const PREFIX = "beffroi";

/** Role that may read every state, which is encrypted, and nothing else: for `beffroi state list` and `orphans`. */
export const READER = `${PREFIX}_reader`;

/** Schema of the probes of `beffroi bootstrap state`: no town's. */
export const PROBE: StackId = { owner: "probe", stack: "lock" };

/** Table of OpenTofu's `pg` backend, and ours beside it. */
export const [STATES, HISTORY] = ["states", "history"];

/**
 * Schema and role of a state: `beffroi_17299_hosting`, `beffroi_2a108_hosting`, `beffroi_dc-aunis_foundation`. Neither
 * INSEE codes nor names of targets hold a `_`.
 */
export function schemaOf({ owner, stack }: StackId): string {
  return `${PREFIX}_${owner.toLowerCase()}_${stack}`;
}

/** The other way round; undefined for a schema that is not of a state. */
export function stackOf(schema: string): StackId | undefined {
  const [prefix, owner, stack, ...more] = schema.split("_");
  if (prefix !== PREFIX || !owner || !stack || more.length > 0) return undefined;
  return { owner: /^2[ab]\d{3}$/.test(owner) ? owner.toUpperCase() : owner, stack };
}
