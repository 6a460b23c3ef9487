import type { Origin } from "./blueprint";

type Leaf = string | number | boolean | readonly string[];

/** A value together with where it comes from. */
export class Valued<T> {
  /** Makes the type nominal: a spread copy would no longer be recognised as a leaf. */
  protected readonly leaf = true;

  constructor(
    readonly value: T,
    readonly origin: Origin,
  ) {}
}

/** `T` with an origin on each of its leaves: a value without one does not compile. */
export type Traced<T> = T extends Leaf ? Valued<T> : { readonly [Key in keyof T]: Traced<T[Key]> };

/** Parts a traced tree into plain values and the origin of each leaf, by dotted path. */
export function untangle<T>(traced: Traced<T>): { value: T; origins: Record<string, Origin> } {
  const origins: Record<string, Origin> = {};
  const visit = (node: unknown, path: string): unknown => {
    if (node instanceof Valued) {
      origins[path] = node.origin;
      return node.value;
    }
    const entries = Object.entries(node as object).filter(([, child]) => child !== undefined);
    return Object.fromEntries(entries.map(([key, child]) => [key, visit(child, path ? `${path}.${key}` : key)]));
  };
  return { value: visit(traced, "") as T, origins };
}
