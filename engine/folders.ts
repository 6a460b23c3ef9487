import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderNotWritable } from "../problems/catalogue/engine";
import { OperatorError } from "../problems/problem";

/** A run that was killed leaves its folder; one older than this is swept away, in ms. */
const STALE_MS = 24 * 3_600_000;

/** Where Beffroi keeps its plans and local states: git-ignored, readable by its owner only. */
export class WorkFolder {
  constructor(readonly root: string) {
    guarded(root, () => {
      mkdirSync(root, { recursive: true, mode: 0o700 });
      writeFileSync(join(root, ".gitignore"), "*\n");
    });
  }

  /** Folder of the accepted plan of a town's stack. */
  planOf(insee: string, stack: string): string {
    return join(this.root, "plans", insee, stack);
  }

  /** Folder of what came of the plans of a town's stack: one folder per time. */
  appliedOf(insee: string, stack: string): string {
    return join(this.root, "applied", insee, stack);
  }

  /** Folder of states that OpenTofu could not write in their place. */
  get rescued(): string {
    return join(this.root, "rescued");
  }

  /** Folder of the states that are kept locally. */
  get states(): string {
    return join(this.root, "states");
  }

  /** Folder of the copies of local states, made before each apply. */
  get stateHistory(): string {
    return join(this.root, "state-history");
  }

  /** An empty folder for one run: it becomes the plan's folder by {@link accept}, or goes. */
  newRun(): string {
    return guarded(this.root, () => {
      const runs = join(this.root, "runs");
      mkdirSync(runs, { recursive: true });
      for (const name of readdirSync(runs)) {
        const folder = join(runs, name);
        if (Date.now() - statSync(folder).mtimeMs > STALE_MS) rmSync(folder, { recursive: true, force: true });
      }
      return mkdtempSync(join(runs, "run-"));
    });
  }

  /** Puts a finished run in the place of the plan before it: a reader sees the one or the other, whole. */
  accept(run: string, insee: string, stack: string): string {
    const place = this.planOf(insee, stack);
    const old = join(this.root, "runs", `old-${process.pid}-${insee}-${stack}`);
    mkdirSync(dirname(place), { recursive: true });
    chmodSync(run, 0o700);
    try {
      renameSync(place, old);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    renameSync(run, place);
    rmSync(old, { recursive: true, force: true });
    return place;
  }
}

/** A full disk or a missing right is the operator's to mend. */
function guarded<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EROFS" || code === "ENOSPC" || code === "ENOTDIR" || code === "EPERM")
      throw new OperatorError([folderNotWritable({ folder, reason: code })]);
    throw error;
  }
}
