import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { factsNotWritable } from "../../problems/catalogue/discover";
import { OperatorError } from "../../problems/problem";

/**
 * Puts the text in the place of the file before it: a reader, or a machine that loses power, sees one or the other.
 *
 * @throws OperatorError `facts-not-writable`
 */
export function replaceFile(file: string, text: string): void {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(draft, "w", 0o644);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new OperatorError([factsNotWritable({ file, reason: (error as NodeJS.ErrnoException).code ?? "" })]);
  }
}
