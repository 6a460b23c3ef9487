import type { FoundImage, Note } from "./found";

export interface ChosenImages {
  /** Id of each name; a name that no image has is not there. */
  readonly images: Readonly<Record<string, string>>;

  /** Names whose image can no longer be used, and the newest one that could take its place. */
  readonly gone: ReadonlyMap<string, { readonly id: string; readonly newest?: string }>;
  readonly notes: readonly Note[];
}

export interface ImageChoice {
  readonly target: string;

  /** Names of images, as the target's file has them. */
  readonly names: readonly string[];
  readonly found: readonly FoundImage[];

  /** Id that each name has in the facts until now. */
  readonly pinned: Readonly<Record<string, string>>;

  /** Take the newest of each name, whatever was pinned. */
  readonly renew: boolean;
}

/**
 * Which image each name means: names move from one image to the next, so the id that the facts have stays for as long
 * as its image can be used; a name without one gets the newest.
 */
export function chooseImages({ target, names, found, pinned, renew }: ImageChoice): ChosenImages {
  const images: Record<string, string> = {};
  const notes: Note[] = [];
  const gone = new Map<string, { id: string; newest?: string }>();
  for (const name of [...new Set(names)].sort()) {
    const newest = found.filter((one) => one.name === name).sort(newestFirst)[0];
    const id = renew ? undefined : pinned[name];
    const kept = id === undefined ? newest : found.find((one) => one.id === id);
    if (kept) images[name] = kept.id;
    else if (id !== undefined) gone.set(name, { id, ...(newest && { newest: newest.id }) });
    if (kept && newest && newest.made > kept.made) notes.push(newerThere(target, newest, kept));
  }
  return { images, gone, notes };
}

/** Of two that were made at the same instant the one with the smaller id, so that every run chooses alike. */
function newestFirst(left: FoundImage, right: FoundImage): number {
  if (left.made !== right.made) return left.made < right.made ? 1 : -1;
  return left.id < right.id ? -1 : 1;
}

function newerThere(target: string, newest: FoundImage, kept: FoundImage): Note {
  const [day, keptDay] = [newest.made.slice(0, 10), kept.made.slice(0, 10)];
  return {
    en: `${newest.name}: a newer image is there (${newest.id}, ${day}); the one of ${keptDay} stays. To take the new one: ./beffroi discover ${target} --renew-images`,
    fr: `${newest.name} : une image plus récente est là (${newest.id}, ${day}) ; celle du ${keptDay} reste. Pour prendre la nouvelle : ./beffroi discover ${target} --renew-images`,
  };
}
