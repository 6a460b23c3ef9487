import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Glance, glanceAt, isSameGlance, sha256Of, uniqueName, writeAtomically } from "./files";
import { keptFolder, scratchFolder } from "./folders";
import type { Pin } from "./pins";
import type { Arrival, Tool } from "./tool";

const RECORD = "record.json";

/** What the cache remembers of a program, so that finding it again needs no hashing and no process. */
interface Record extends Glance {
  readonly version: string;
  readonly sha256: string;
  readonly arrival: Arrival;
}

export type Kept = { readonly state: "fine"; readonly tool: Tool } | { readonly state: "absent" | "damaged" };

/**
 * The tool in the kit's cache. It is hashed again only when its size or date changed, or when `verify` asks for it;
 * without a record, or when the digest differs, it is damaged and must not be used.
 */
export async function readKept(cache: string, pin: Pin, platform: string, verify: boolean): Promise<Kept> {
  const folder = keptFolder(cache, pin, platform);
  const path = join(folder, pin.file);
  const glance = glanceAt(path);
  const record = readRecord(join(folder, RECORD));
  if (!glance) return { state: record ? "damaged" : "absent" };
  if (!record) return { state: "damaged" };

  if (verify || !isSameGlance(glance, record)) {
    if ((await sha256Of(path)) !== record.sha256) return { state: "damaged" };
    if (!isSameGlance(glance, record)) writeAtomically(join(folder, RECORD), toJson({ ...record, ...glance }));
  }
  const { version, sha256, arrival } = record;
  return { state: "fine", tool: { path, version, sha256, origin: "cache", arrival } };
}

/**
 * Keeps a finished program, given by its path in the scratch folder: program and record appear together, by one
 * rename, in the place of whatever stood there.
 */
export async function keep(
  cache: string,
  pin: Pin,
  platform: string,
  program: string,
  arrival: Arrival,
): Promise<Tool> {
  chmodSync(program, 0o755);
  const made = join(scratchFolder(cache), uniqueName());
  mkdirSync(made, { recursive: true });
  renameSync(program, join(made, pin.file));
  const sha256 = await sha256Of(join(made, pin.file));
  const glance = glanceAt(join(made, pin.file));
  if (!glance) throw new Error(`${join(made, pin.file)} vanished while it was being kept.`);
  writeFileSync(join(made, RECORD), toJson({ version: pin.version, sha256, arrival, ...glance }));

  const folder = keptFolder(cache, pin, platform);
  mkdirSync(dirname(folder), { recursive: true });
  const old = join(scratchFolder(cache), uniqueName());
  if (moveIfPresent(folder, old)) rmSync(old, { recursive: true, force: true });
  renameSync(made, folder);
  return { path: join(folder, pin.file), version: pin.version, sha256, origin: arrival.how, arrival };
}

function moveIfPresent(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function readRecord(file: string): Record | undefined {
  try {
    const record = JSON.parse(readFileSync(file, "utf8")) as Record;
    return typeof record.sha256 === "string" && typeof record.version === "string" ? record : undefined;
  } catch {
    return undefined; // absent or torn: the same to us
  }
}

function toJson(record: Record): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
