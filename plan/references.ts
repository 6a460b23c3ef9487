import { modulePrefix, parentPrefix } from "./address";
import { referencesOf } from "./expression";
import type { Change, Plan } from "./plan";
import { isList, isRecord } from "./shape";

/** Deepest chain of modules that is followed. */
const DEEPEST = 20;

/**
 * Configuration addresses of the resources that an expression names: `module.m.openstack_networking_port_v2.web`.
 * Variables and outputs of modules are followed. An empty list says nothing: the value may come from elsewhere.
 */
export function resourcesNamed(plan: Plan, change: Change, expression: unknown): string[] {
  const named = new Set<string>();
  collectNamed(plan, modulePrefix(change.configAddress), expression, named, DEEPEST);
  return [...named];
}

/** Whether an expression is one reference to one resource and nothing else: no variable, no condition on another one. */
export function isPlainReference(plan: Plan, change: Change, expression: unknown): boolean {
  const references = referencesOf(expression);
  const [address, ...others] = resourcesNamed(plan, change, expression);
  if (address === undefined || others.length > 0) return false;
  const local = address.slice(modulePrefix(change.configAddress).length);
  return references.every((one) => one === local || one.startsWith(`${local}.`) || one.startsWith(`${local}[`));
}

function collectNamed(plan: Plan, prefix: string, expression: unknown, named: Set<string>, left: number): void {
  if (left === 0) return;
  for (const reference of referencesOf(expression)) {
    const [first, second = ""] = reference.split(/[.[]/, 2);
    if (first === "var") {
      const given = plan.modules.get(prefix)?.arguments;
      if (given && Object.hasOwn(given, second))
        collectNamed(plan, parentPrefix(prefix), given[second], named, left - 1);
    } else if (first === "module") {
      const inner = `${prefix}module.${second}.`;
      const output = reference.replace(/^module\.[\w-]+(?:\[[^\]]*\])?\.?/, "").split(/[.[]/, 1)[0] ?? "";
      const outputs = plan.modules.get(inner)?.outputs;
      if (outputs && Object.hasOwn(outputs, output)) collectNamed(plan, inner, outputs[output], named, left - 1);
    } else {
      const address = RESOURCE.exec(reference)?.[0];
      if (address) named.add(prefix + address);
    }
  }
}

const RESOURCE = /^(?:data\.)?[a-z][\w-]*_[\w-]+\.[\w-]+/;

/** Changes that an attribute of `change` leads to: by reference, else by the id that it holds. */
export function follow(plan: Plan, change: Change, attribute: string): readonly Change[] {
  const index = indexOf(plan);
  const named = resourcesNamed(plan, change, change.written?.[attribute]).flatMap(
    (one) => index.byConfig.get(one) ?? [],
  );
  if (named.length > 0) return named;
  const id = change.after?.[attribute];
  const found = typeof id === "string" ? index.byId.get(id) : undefined;
  return found ? [found] : [];
}

/** Changes of the given type that name `target` in an argument, at the top or in a nested block. */
export function referrers(plan: Plan, target: Change, type: string): readonly Change[] {
  const index = indexOf(plan);
  const id = target.after?.id;
  return [
    ...new Set([
      ...(index.referrers.get(target.configAddress) ?? []),
      ...(typeof id === "string" ? (index.holders.get(id) ?? []) : []),
    ]),
  ].filter((change) => change.type === type && change !== target);
}

interface Index {
  readonly byConfig: Map<string, Change[]>;
  readonly byId: Map<string, Change>;

  /** By configuration address of what is named. */
  readonly referrers: Map<string, Change[]>;

  /** By id, of the resources that hold it in an attribute whose name says that it is an id. */
  readonly holders: Map<string, Change[]>;
}

const INDEXES = new WeakMap<Plan, Index>();

function indexOf(plan: Plan): Index {
  const known = INDEXES.get(plan);
  if (known) return known;
  const index: Index = { byConfig: new Map(), byId: new Map(), referrers: new Map(), holders: new Map() };
  for (const change of plan.changes) {
    if (change.after === undefined || change.mode === "data") continue;
    push(index.byConfig, change.configAddress, change);
    if (typeof change.after.id === "string") index.byId.set(change.after.id, change);
    for (const expression of expressionsIn(change.written))
      for (const address of resourcesNamed(plan, change, expression)) push(index.referrers, address, change);
    for (const id of idsIn(change.after)) push(index.holders, id, change);
  }
  INDEXES.set(plan, index);
  return index;
}

function* expressionsIn(written: unknown): Generator<unknown> {
  if (isList(written)) for (const item of written) yield* expressionsIn(item);
  else if (isRecord(written)) {
    if (isList(written.references)) yield written;
    else for (const child of Object.values(written)) yield* expressionsIn(child);
  }
}

/** Ids of other resources: attributes such as `port_id`, and `port` or `uuid` inside a block. */
function* idsIn(attributes: unknown): Generator<string> {
  if (isList(attributes)) for (const item of attributes) yield* idsIn(item);
  else if (isRecord(attributes))
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "string") {
        if (value !== "" && (name.endsWith("_id") || name === "port" || name === "uuid")) yield value;
      } else yield* idsIn(value);
    }
}

function push<Key>(map: Map<Key, Change[]>, key: Key, change: Change): void {
  const list = map.get(key);
  if (list) list.push(change);
  else map.set(key, [change]);
}
