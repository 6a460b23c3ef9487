import { createHash, randomBytes } from "node:crypto";
import { createReadStream, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";

/** What changes when a file's bytes do, as far as a glance can tell. */
export interface Glance {
  /** Bytes. */
  readonly size: number;

  /** Milliseconds since 1970. */
  readonly mtimeMs: number;
}

export function glanceAt(path: string): Glance | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? { size: found.size, mtimeMs: found.mtimeMs } : undefined;
}

export function isSameGlance(left: Glance, right: Glance): boolean {
  return left.size === right.size && left.mtimeMs === right.mtimeMs;
}

/** SHA-256 of a file, in lower-case hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

/** Writes a whole file or nothing: a reader never sees half of it. */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const half = join(dirname(path), `.${basename(path)}.${uniqueName()}`);
  try {
    writeFileSync(half, text);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/** A name that no other run makes. */
export function uniqueName(): string {
  return `${process.pid}-${randomBytes(4).toString("hex")}`;
}
