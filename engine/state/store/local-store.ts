import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { localState } from "../backend";
import type { LocalPlace } from "../place";
import { type StackId, stackPath } from "../stack-id";
import { byTime, newCopy, parseCopyName } from "./copy-name";
import type { Copy, Reason, StateStore, StoredState } from "./store";

const SUFFIX = ".tfstate";

/** States in a folder: one folder per owner, one file per stack. */
export class LocalStore implements StateStore {
  constructor(private readonly place: LocalPlace) {}

  read(stack: StackId): Promise<Buffer | undefined> {
    return ifThere(readFile(localState(this.place.folder, stack)));
  }

  async list(): Promise<StoredState[]> {
    const owners = (await ifThere(readdir(this.place.folder, { withFileTypes: true }))) ?? [];
    const found = owners.filter((entry) => entry.isDirectory()).map(({ name }) => this.statesOf(name));
    return (await Promise.all(found)).flat();
  }

  async remove(stack: StackId): Promise<void> {
    await rm(localState(this.place.folder, stack), { force: true });
  }

  async keep(stack: StackId, bytes: Buffer, why: Reason): Promise<Copy> {
    const copy = newCopy(bytes, why, new Date());
    const path = this.pathOf(stack, copy);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, bytes, { mode: 0o600, flush: true } as object);
    await rename(draft, path);
    return copy;
  }

  async copies(stack: StackId): Promise<Copy[]> {
    const names = (await ifThere(readdir(join(this.place.history, stackPath(stack))))) ?? [];
    return names.flatMap((name) => parseCopyName(name) ?? []).sort(byTime);
  }

  readCopy(stack: StackId, copy: Copy): Promise<Buffer> {
    return readFile(this.pathOf(stack, copy));
  }

  async close(): Promise<void> {}

  private pathOf(stack: StackId, { name }: Copy): string {
    return join(this.place.history, stackPath(stack), name);
  }

  private async statesOf(owner: string): Promise<StoredState[]> {
    const names = (await readdir(join(this.place.folder, owner))).filter(
      (name) => name.endsWith(SUFFIX) && !name.startsWith("."),
    );
    const stacks = names.map((name) => ({ owner, stack: name.slice(0, -SUFFIX.length) }));
    const states = stacks.map(async (stack) => ({ ...stack, bytes: await this.read(stack) }));
    return (await Promise.all(states)).flatMap(({ bytes, ...stack }) => (bytes ? [{ ...stack, bytes }] : []));
  }
}

async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
