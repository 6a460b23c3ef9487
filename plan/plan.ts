/** What the plan does to one resource. */
export type Action = "no-op" | "create" | "read" | "update" | "delete" | "forget";

/** A value that somebody wrote, and that is known only after apply. */
export const UNKNOWN: unique symbol = Symbol("known after apply");

/**
 * Attributes of a resource; a value, at any depth, may be {@link UNKNOWN}.
 *
 * What nobody wrote is absent or `null`, also where the provider will choose a value: an absent `remote_ip_prefix`
 * means that no range was asked for.
 */
export type Attributes = Readonly<Record<string, unknown>>;

/** An argument as the configuration writes it; `plan/expression.ts` reads it. */
export interface Expression {
  /** The constant; in a configuration in JSON, also the text of a template that has references. */
  readonly constant_value?: unknown;

  /** Most precise first: `openstack_networking_port_v2.web.id`, then `openstack_networking_port_v2.web`. */
  readonly references?: readonly string[];
}

/** Arguments of a block as the configuration writes them: expressions, and lists of such records for nested blocks. */
export type Written = Readonly<Record<string, unknown>>;

/** A module as the configuration calls it. */
export interface ModuleCall {
  /** What the caller gives it. */
  readonly arguments: Written;

  /** What it gives back: an expression made inside it for each name. */
  readonly outputs: Written;
}

/** One resource of the plan. */
export interface Change {
  /** Full address, modules and index included. */
  readonly address: string;

  /** Address in the configuration: {@link address} without any index. */
  readonly configAddress: string;

  /** Address before a `moved` block, if it moved. */
  readonly previousAddress?: string;
  readonly type: string;
  readonly mode: "managed" | "data";

  /** Key of a former object that a replacement left behind, and that is being deleted. */
  readonly deposed?: string;

  /** In order: replacing is `delete` and `create`, either first. */
  readonly actions: readonly Action[];

  /** Why OpenTofu plans it, in its words: `replace_because_cannot_update` ... */
  readonly reason?: string;

  /** Attributes before; absent when it is created. */
  readonly before?: Attributes;

  /** Attributes after, with {@link UNKNOWN} where they are known only after apply; absent when it is deleted. */
  readonly after?: Attributes;

  /** How the configuration writes it; absent where the plan does not tell (deleted resources, cut plans). */
  readonly written?: Written;

  /** Key in {@link Plan.providers} of the provider block that manages it. */
  readonly provider?: string;

  /** Dotted paths of sensitive attributes: never shown. The empty path is the whole resource. */
  readonly sensitive: readonly string[];

  /** Dotted paths of the attributes that force the replacement. */
  readonly replacePaths: readonly string[];
}

export interface Output {
  readonly sensitive: boolean;
  readonly value: unknown;
}

/** One provider block. */
export interface Provider {
  /** Full source: `registry.opentofu.org/terraform-provider-openstack/openstack`. */
  readonly source: string;

  /** Its constant arguments; {@link UNKNOWN} where it is an expression. */
  readonly arguments: Attributes;
}

/** A plan of OpenTofu or Terraform, as `show -json` tells it. */
export interface Plan {
  readonly formatVersion: string;
  readonly toolVersion: string;

  /** Changes of resources, data sources included, sorted by address. */
  readonly changes: readonly Change[];

  /** Root outputs after the plan, by name. */
  readonly outputs: Readonly<Record<string, Output>>;

  /** By key: `openstack`, `openstack.vault` for an alias, `module.m:openstack.vault` for a block inside a module. */
  readonly providers: Readonly<Record<string, Provider>>;

  /** How the configuration writes every resource and data source, by its address there (no index). */
  readonly configured: ReadonlyMap<string, Written>;

  /** Modules by the prefix of what stands in them: `module.m.`; the root module is not among them. */
  readonly modules: ReadonlyMap<string, ModuleCall>;

  /** Resources of the state that the plan does not speak of, because it was narrowed (`-target`, `-exclude`). */
  readonly leftAside: readonly string[];
}
