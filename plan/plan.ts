/** What the plan does to one resource. */
export type Action = "no-op" | "create" | "read" | "update" | "delete" | "forget";

/** A value that is known only after apply. */
export const UNKNOWN: unique symbol = Symbol("known after apply");

/** Attributes of a resource; a value, at any depth, may be {@link UNKNOWN}. */
export type Attributes = Readonly<Record<string, unknown>>;

/** One resource of the plan. */
export interface Change {
  /** Full address, modules and index included. */
  readonly address: string;

  /** Address before a `moved` block, if it moved. */
  readonly previousAddress?: string;
  readonly type: string;
  readonly mode: "managed" | "data";

  /** In order: replacing is `delete` and `create`, either first. */
  readonly actions: readonly Action[];

  /** Why OpenTofu plans it, in its words: `replace_because_cannot_update` ... */
  readonly reason?: string;

  /** Attributes before; absent when it is created. */
  readonly before?: Attributes;

  /** Attributes after, with {@link UNKNOWN} where they are known only after apply; absent when it is deleted. */
  readonly after?: Attributes;

  /** Dotted paths of sensitive attributes: never shown. */
  readonly sensitive: readonly string[];

  /** Dotted paths of the attributes that force the replacement. */
  readonly replacePaths: readonly string[];
}

/** A plan of OpenTofu or Terraform, as `show -json` tells it. */
export interface Plan {
  readonly formatVersion: string;
  readonly toolVersion: string;

  /** Changes of resources, data sources included, sorted by address. */
  readonly changes: readonly Change[];

  /** Root outputs: name, whether sensitive, value after. */
  readonly outputs: Readonly<Record<string, { readonly sensitive: boolean; readonly value: unknown }>>;

  /** Constant arguments of each provider block, by name: `openstack` -> `{region: "RegionOne"}`. */
  readonly providers: Readonly<Record<string, Attributes>>;
}
