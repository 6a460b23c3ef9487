import type { Facts } from "../../schema/files/facts";
import type { Note } from "./found";

/** One value of the facts that is not what the cloud shows. */
export interface Difference {
  /** Keys, outermost first. */
  readonly path: readonly string[];

  /** Absent: not there. */
  readonly committed?: unknown;
  readonly live?: unknown;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly notes: readonly Note[];
}

/** What the facts say otherwise than the cloud; their dates do not count. */
export function compareFacts(committed: Partial<Facts>, live: Facts): Comparison {
  const [{ discovered: _, ...before }, { discovered: __, ...after }] = [committed, live];
  return { differences: differencesOf(before, after), notes: [] };
}

/** The same; but limits are those of one project, and those of another are no reason to call the facts stale. */
export function checkFacts(committed: Partial<Facts>, live: Facts): Comparison {
  const [was, is] = [committed.limits?.project, live.limits?.project];
  if (was === undefined || was === is) return compareFacts(committed, live);
  const { limits: _, ...before } = committed;
  const { limits: __, ...after } = live;
  return {
    ...compareFacts(before, after),
    notes: [
      {
        en: `limits: those of the facts are of the project ${was}, these credentials open ${is}: not compared`,
        fr: `limits : celles du relevé sont du projet ${was}, ces accès ouvrent ${is} : non comparées`,
      },
    ],
  };
}

/** Key by key; of lists, whose order means nothing, item by item. */
function differencesOf(committed: unknown, live: unknown, path: readonly string[] = []): Difference[] {
  if (Array.isArray(committed) && Array.isArray(live))
    return [
      ...committed.filter((item) => !live.includes(item)).map((item) => ({ path, committed: item })),
      ...live.filter((item) => !committed.includes(item)).map((item) => ({ path, live: item })),
    ];
  if (isTree(committed) && isTree(live)) {
    const keys = [...new Set([...Object.keys(committed), ...Object.keys(live)])].sort();
    return keys.flatMap((key) => differencesOf(committed[key], live[key], [...path, key]));
  }
  if (committed === live) return [];
  return [{ path, ...(committed !== undefined && { committed }), ...(live !== undefined && { live }) }];
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
