import type { Found } from "./found";

export interface ChosenNetworks {
  readonly ids: Readonly<Record<string, string>>;

  /** Names that several networks have, none of which was chosen before, with their ids. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
}

/** Which external network each name means; of several with one name, the one that the facts have. */
export function chooseNetworks(
  found: Found["externalNetworks"],
  pinned: Readonly<Record<string, string>>,
): ChosenNetworks {
  const ids: Record<string, string> = {};
  const ambiguous = new Map<string, readonly string[]>();
  for (const [name, candidates] of found) {
    const before = pinned[name];
    const only = candidates.length === 1 ? candidates[0] : undefined;
    const id = before !== undefined && candidates.includes(before) ? before : only;
    if (id === undefined) ambiguous.set(name, candidates);
    else ids[name] = id;
  }
  return { ids, ambiguous };
}
