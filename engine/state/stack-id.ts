/** Whose state, and which: every stack of every town has its own. */
export interface StackId {
  /** INSEE code of the town; the name of the target for its foundation. */
  readonly owner: string;

  /** `hosting`, `tenant`, `vault` or `foundation`. */
  readonly stack: string;
}

/** For people, and for what is derived from it: `17299/hosting`. */
export function stackPath({ owner, stack }: StackId): string {
  return `${owner}/${stack}`;
}

/** The other way round; undefined when it is none of ours. */
export function parseStackPath(path: string): StackId | undefined {
  const [owner, stack, ...more] = path.split("/");
  return owner && stack && more.length === 0 ? { owner, stack } : undefined;
}

export function isSameStack(left: StackId, right: StackId): boolean {
  return stackPath(left) === stackPath(right);
}

/** Sorted as people look things up: by owner, then by stack. */
export function byStack(left: StackId, right: StackId): number {
  return stackPath(left) < stackPath(right) ? -1 : 1;
}
