import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isMap, parseDocument } from "yaml";
import { ledgerBusy, ledgerNotWritable } from "../problems/catalogue/config-addresses";
import { OperatorError } from "../problems/problem";
import { realFolder } from "./read-file";

export interface LedgerLine {
  readonly insee: string;
  readonly block: string;

  /** Written as a comment. */
  readonly name: string;
}

const HEADER = `# Un bloc par commune, donné une fois pour toutes par « ./beffroi allocate » : ne pas modifier à la main.
# La ligne d'une commune partie reste, pour que son bloc ne serve plus jamais.
`;

/**
 * Adds to the ledger of a config folder the lines that `choose` gives. Two runs never choose at the same time, and a
 * run that is cut short leaves the ledger as it was.
 *
 * @throws OperatorError when another run is at work, or the folder cannot be written
 */
export function addToLedger(folder: string, choose: () => readonly LedgerLine[]): void {
  const file = realPath(join(realFolder(folder), "addresses.yaml"));
  const fresh = join(dirname(file), ".addresses.yaml.new");
  const handle = open(fresh, file);
  let isDone = false;
  try {
    const lines = choose();
    if (lines.length === 0) return;
    writeSync(handle, withLines(read(file), lines));
    fsyncSync(handle);
    renameSync(fresh, file);
    isDone = true;
  } catch (error) {
    throw withReason(error, file);
  } finally {
    closeSync(handle);
    if (!isDone) rmSync(fresh, { force: true });
  }
}

/** The text of a ledger with more lines at its end; all that was there stays, comments and line ends too. */
export function withLines(text: string, lines: readonly LedgerLine[]): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const before = text === "" ? HEADER : text;
  const added = lines.map(({ insee, block, name }) => `"${insee}": ${block} # ${name}${end}`).join("");
  const appended = `${before}${/\n$/.test(before) ? "" : end}${added}`;
  return holdsAll(appended, text, lines) ? appended : rewritten(text, lines);
}

/** A ledger in one line of braces, or closed by `...`, cannot be appended to. */
function rewritten(text: string, lines: readonly LedgerLine[]): string {
  const document = parseDocument(text);
  if (isMap(document.contents)) document.contents.flow = false;
  for (const { insee, block } of lines) document.set(insee, block);
  return document.toString();
}

function holdsAll(appended: string, text: string, lines: readonly LedgerLine[]): boolean {
  const document = parseDocument(appended);
  if (document.errors.length > 0) return false;
  const before = (parseDocument(text).toJS() ?? {}) as object;
  const wanted = { ...before, ...Object.fromEntries(lines.map(({ insee, block }) => [insee, block])) };
  return JSON.stringify(document.toJS()) === JSON.stringify(wanted);
}

function realPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

function open(fresh: string, file: string): number {
  try {
    return openSync(fresh, "wx", statSync(file, { throwIfNoEntry: false })?.mode ?? 0o644);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === "EEXIST" ? new OperatorError([ledgerBusy({ lock: fresh })]) : withReason(error, file);
  }
}

/** What the file system refuses is the operator's to mend; anything else is passed on. */
function withReason(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code && syscall ? new OperatorError([ledgerNotWritable({ file, reason: code })]) : error;
}
