/** Who holds a lock, as far as it is known. */
export interface LockHolder {
  /** OpenTofu's id of the lock; empty where locks have none. */
  readonly id: string;

  /** `user@machine`, or the address of a connection. */
  readonly who: string;

  /** `OperationTypeApply`, `state-push` ... */
  readonly operation: string;
  readonly since: string;
}

/** What OpenTofu says of the lock that it did not get; undefined when its failure was about something else. */
export function parseLockError(said: string): LockHolder | undefined {
  if (!said.includes("Lock Info:")) return undefined;
  const field = (name: string) => new RegExp(`^\\s*${name}:\\s*(.*?)\\s*$`, "m").exec(said)?.[1] ?? "";
  const since = field("Created").replace(/\.\d+ \+0000/, "");
  return { id: field("ID"), who: field("Who"), operation: field("Operation"), since };
}
