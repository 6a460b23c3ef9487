import type { z } from "zod";
import type { AskOptions, OpenStack } from "../client";
import type { Service } from "../services";

/** Why something was not looked at, or not all of it. */
export type SkipReason = "absent" | "forbidden" | "other-project";

/** The project whose things are collected, and who asks. */
export interface Scope {
  readonly cloud: OpenStack;
  readonly projectId: string;

  /** It is the project of the credentials; else they are an administrator's. */
  readonly own: boolean;

  /** Ids of the users who have a role in the project: at least who asks. */
  people(): Promise<readonly string[]>;

  /** Part of what a collector was to find could not be seen. */
  partly(reason: SkipReason): void;
}

/** What every collected thing has; the rest are its details, under OpenStack's own names. */
export interface Thing {
  readonly id: string;
  readonly name: string;
}

/** One kind of thing and how to list those of a project. */
export interface Collector<Kind extends string = string, Found extends Thing = Thing> {
  readonly kind: Kind;
  readonly service: Service;

  /** The service tells of the token's own project only. @default false */
  readonly ownOnly?: boolean;
  collect(scope: Scope): Promise<readonly Found[]>;
}

export interface Listing<Kind extends string, Shape extends z.ZodType<Thing>> {
  readonly kind: Kind;
  readonly service: Service;
  readonly path: string;

  /** Name of the list in the answers. */
  readonly key: string;
  readonly shape: Shape;
  readonly ownOnly?: boolean;
  options?(scope: Scope): AskOptions;

  /** @default - all that is listed */
  keep?(found: z.output<Shape>, scope: Scope): boolean;
}

/** A collector of what one list holds. */
export function listing<const Kind extends string, Shape extends z.ZodType<Thing>>({
  kind,
  service,
  path,
  key,
  shape,
  ownOnly = false,
  options = () => ({}),
  keep = () => true,
}: Listing<Kind, Shape>): Collector<Kind, z.output<Shape>> {
  return {
    kind,
    service,
    ownOnly,
    collect: async (scope) =>
      (await scope.cloud.list(service, path, key, shape, options(scope))).filter((found) => keep(found, scope)),
  };
}

/** The query by which an administrator lists what is in another project, for Nova and Cinder. */
export function ofProject({ own, projectId }: Scope): AskOptions {
  return own ? {} : { query: { all_tenants: 1, project_id: projectId } };
}
