import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Env } from "./folders";
import { withLockFile } from "./lock-file";
import { onPath } from "./on-path";

export interface LockOptions {
  readonly env: Env;

  /** Called once when somebody else holds the lock. */
  readonly onWait: () => void;
  readonly signal?: AbortSignal | undefined;
}

/** Longer than taking a free lock ever takes, milliseconds. */
const SURELY_WAITING = 500;

/**
 * Runs `work` while no other run on this machine holds the lock.
 *
 * The lock is the kernel's, held by a child process (`flock FILE cat`) that lives as long as our end of its pipe: when
 * we die, however we die, the kernel lets go. Where there is no `flock` (macOS), a lock file stands in.
 */
export async function withLock<Result>(
  file: string,
  options: LockOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true });
  const [flock] = onPath("flock", options.env);
  const [cat] = onPath("cat", options.env);
  if (!flock || !cat) return withLockFile(`${file}.held`, options, work);

  // Detached, so that Ctrl-C in the terminal does not take the lock away before we have cleaned up.
  const holder = spawn(flock, [file, cat], { stdio: ["pipe", "pipe", "ignore"], detached: true });
  const release = () => holder.stdin.destroy();
  options.signal?.addEventListener("abort", release, { once: true });
  const waiting = setTimeout(options.onWait, SURELY_WAITING);
  try {
    await echo(holder).finally(() => clearTimeout(waiting));
    return await work();
  } catch (error) {
    throw options.signal?.aborted ? options.signal.reason : error;
  } finally {
    options.signal?.removeEventListener("abort", release);
    release();
  }
}

/** `cat` answers only when it runs, and it runs only when the lock is ours. */
function echo(holder: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    holder.stdout?.once("data", () => resolve());
    holder.once("error", reject);
    holder.once("close", () => reject(new Error("the lock could not be taken")));
    holder.stdin?.on("error", () => undefined); // the close above tells it
    holder.stdin?.write("\n");
  });
}
