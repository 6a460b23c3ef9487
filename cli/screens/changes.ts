import { fateOf } from "../../engine/report-town";
import type { Change } from "../../plan/plan";
import type { Language, Localised } from "../../problems/language";
import { counted } from "./nouns";

/** The part of a town that is no service. */
export const NETWORK: Localised = { en: "network", fr: "réseau" };

/** How a plan shows each kind of change, the most dangerous first. */
export const KINDS = {
  delete: { sign: "-", en: "to destroy", fr: "à détruire" },
  replace: { sign: "±", en: "to replace", fr: "à remplacer" },
  forget: { sign: "?", en: "to forget", fr: "à oublier" },
  update: { sign: "~", en: "to change", fr: "à modifier" },
  create: { sign: "+", en: "to create", fr: "à créer" },
} as const satisfies Record<string, Localised & { sign: string }>;
export type Kind = keyof typeof KINDS;

/** What happens to a resource; nothing for one that stays as it is or is only read. */
export function kindOf(change: Change): Kind | undefined {
  const fate = fateOf(change);
  return change.mode === "data" || fate === "unchanged" ? undefined : fate;
}

export interface ChangeLine {
  readonly sign: string;
  readonly kind: Kind;

  /** Part of the town. */
  readonly head: string;
  readonly text: string;
}

/**
 * The changes as lines: what is created is counted by part of the town (`network`, then its services); anything that
 * touches what exists is named, one by one.
 */
export function changeLines(
  changes: readonly Change[],
  partOf: (address: string) => string,
  language: Language,
): ChangeLine[] {
  const lines: ChangeLine[] = changes.flatMap((change) => {
    const kind = kindOf(change);
    if (!kind || kind === "create") return [];
    return [
      {
        sign: KINDS[kind].sign,
        kind,
        head: partOf(change.address),
        text: `${change.address} ${KINDS[kind][language]}`,
      },
    ];
  });
  const created = new Map<string, Map<string, number>>();
  for (const change of changes) {
    if (kindOf(change) !== "create") continue;
    const part = partOf(change.address);
    const counts = created.get(part) ?? new Map<string, number>();
    counts.set(change.type, (counts.get(change.type) ?? 0) + 1);
    created.set(part, counts);
  }
  const rank = Object.keys(KINDS) as Kind[];
  lines.sort((left, right) => rank.indexOf(left.kind) - rank.indexOf(right.kind));
  for (const [head, counts] of [...created].sort(networkFirst(language))) {
    const text = [...counts].map(([type, count]) => counted(type, count, language)).join(", ");
    lines.push({ sign: "+", kind: "create", head, text });
  }
  return lines;
}

/** What everything else stands on comes first. */
function networkFirst(language: Language) {
  const network = NETWORK[language];
  return ([left]: [string, unknown], [right]: [string, unknown]) =>
    Number(right === network) - Number(left === network);
}
