import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { uniqueName } from "./files";

const RETRY = 200;
const HEARTBEAT = 5_000;

/** A holder on another host of a shared disk cannot be asked; its heart has stopped when the file is this old. */
const SURELY_DEAD = 60_000;

/**
 * The lock where the kernel's is out of reach: a file that only one run can create, with the holder's host and process.
 * The lock of a dead holder is removed. Two runs could both think that they hold it after such a removal, in a window
 * of microseconds; they would then do the same work twice, and both results are whole.
 */
export async function withLockFile<Result>(
  file: string,
  { onWait, signal }: { readonly onWait: () => void; readonly signal?: AbortSignal | undefined },
  work: () => Promise<Result>,
): Promise<Result> {
  const me = `${hostname()} ${process.pid} ${uniqueName()}`;
  for (let isFirst = true; !create(file, me); isFirst = false) {
    if (removeIfDead(file)) continue;
    if (isFirst) onWait();
    signal?.throwIfAborted();
    await sleep(RETRY);
  }
  const heart = setInterval(() => beat(file), HEARTBEAT).unref();
  try {
    return await work();
  } finally {
    clearInterval(heart);
    if (read(file) === me) rmSync(file, { force: true });
  }
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function removeIfDead(file: string): boolean {
  const holder = read(file);
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (!holder && age < SURELY_DEAD) return false; // just created, not yet written, or just released
  const [host, pid] = (holder ?? "").split(" ");
  const isDead = age > SURELY_DEAD || (host === hostname() && !isAlive(Number(pid)));
  if (!isDead) return false;
  const aside = `${file}.${uniqueName()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true; // somebody else removed it
    throw error;
  }
  rmSync(aside, { force: true });
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // alive, of another user
  }
}

function beat(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    return; // removed under us: see above, the work is safe to do twice
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
