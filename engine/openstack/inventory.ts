import { inParallel } from "../fleet";
import { AnswerError, unless } from "./answer-error";
import type { OpenStack } from "./client";
import { BALANCERS } from "./inventory/balancers";
import type { Collector, Scope, SkipReason } from "./inventory/collector";
import { DOCUMENTS } from "./inventory/documents";
import { HOSTS } from "./inventory/hosts";
import { assignmentsOf, IDENTITIES } from "./inventory/identities";
import { IMAGES } from "./inventory/images";
import { NAMES } from "./inventory/names";
import { NETWORKS } from "./inventory/networks";
import { SECRETS } from "./inventory/secrets";
import { VOLUMES } from "./inventory/volumes";
import type { Service } from "./services";

/** Every kind of thing that a project can hold. */
const COLLECTORS = [
  ...HOSTS,
  ...VOLUMES,
  ...NETWORKS,
  ...BALANCERS,
  ...NAMES,
  ...IMAGES,
  ...DOCUMENTS,
  ...SECRETS,
  ...IDENTITIES,
] as const;

type ItemOf<C> =
  C extends Collector<infer Kind, infer Found>
    ? {
        readonly kind: Kind;
        readonly id: string;
        readonly name: string;

        /** Under OpenStack's own names. */
        readonly details: Omit<Found, "id" | "name">;
      }
    : never;

/** One thing that exists in a project; `kind` tells which details it has. */
export type Item = ItemOf<(typeof COLLECTORS)[number]>;
export type ItemKind = Item["kind"];
export const ITEM_KINDS: readonly ItemKind[] = COLLECTORS.map(({ kind }) => kind);

/** A kind that was not looked at, or not wholly. */
export interface Skipped {
  readonly kind: ItemKind;
  readonly service: Service;
  readonly reason: SkipReason;
}

export interface Inventory {
  /** By kind, name and id. */
  readonly items: readonly Item[];
  readonly skipped: readonly Skipped[];
}

/** How many kinds are listed at once: a cloud is shared, and answers no faster to more. */
const AT_ONCE = 6;

/**
 * Lists everything that exists in a project, whoever made it. What the cloud does not have, or does not tell to these
 * credentials, is named.
 *
 * @throws OperatorError or ToolError when the cloud fails: half an inventory would look like one
 */
export async function inventory(cloud: OpenStack, projectId: string): Promise<Inventory> {
  const own = cloud.project?.id === projectId;
  const skipped: Skipped[] = [];
  const people = once(async () => {
    const assignments = (await unless([403, 404], assignmentsOf(cloud, projectId))) ?? [];
    return [...new Set([...(own ? [cloud.user.id] : []), ...assignments.flatMap(({ user }) => user?.id ?? [])])];
  });
  const found = await inParallel(
    COLLECTORS as readonly Collector<ItemKind>[],
    async ({ kind, service, ownOnly, collect }) => {
      const skip = (reason: SkipReason) => {
        if (!skipped.some((one) => one.kind === kind && one.reason === reason)) skipped.push({ kind, service, reason });
        return [];
      };
      if (!cloud.has(service)) return skip("absent");
      if (ownOnly && !own) return skip("other-project");
      const scope: Scope = { cloud, projectId, own, people, partly: skip };
      try {
        const things = await collect(scope);
        return things.map(({ id, name, ...details }) => ({ kind, id, name, details }) as Item).sort(byName);
      } catch (error) {
        if (error instanceof AnswerError && error.status === 403) return skip("forbidden");
        if (error instanceof AnswerError && error.status === 404) return skip("absent");
        throw error;
      }
    },
    AT_ONCE,
  );
  const rank = (kind: ItemKind) => ITEM_KINDS.indexOf(kind);
  return { items: found.flat(), skipped: skipped.sort((left, right) => rank(left.kind) - rank(right.kind)) };
}

function byName(left: Item, right: Item): number {
  const [a, b] = [`${left.name}\n${left.id}`, `${right.name}\n${right.id}`];
  return a < b ? -1 : Number(a > b);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
