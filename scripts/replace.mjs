/** Puts a finished folder in the place of an older one, while others may read it or be doing the same. */
import { existsSync, renameSync, rmSync } from "node:fs";

/**
 * @param fresh the finished folder, on the same disk as `target`
 * @param isDone tells whether `target` is as wanted: another run that made the same may have been faster
 */
export function replaceFolder(fresh, target, isDone) {
  const old = `${fresh}-old`;
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        if (existsSync(target)) renameSync(target, old);
        renameSync(fresh, target);
        return;
      } catch (error) {
        if (isDone()) return;
        if (attempt === 5) throw error;
      }
    }
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}
