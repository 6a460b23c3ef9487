import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import {
  fileTooLarge,
  fileUnreadable,
  hiddenCharacter,
  linkBroken,
  linkOutside,
  notAFile,
  notUtf8,
} from "../../problems/catalogue/config-files";
import type { Place } from "../../problems/problem";
import type { Report } from "../report";

const LARGEST = 1_048_576;

const BYTE_ORDER_MARK = /^\ufeff/;

/** Controls, zero widths and marks of direction: what a reviewer would not see. Line ends are `\n` or `\r\n`. */
const HIDDEN = /(?![\t\n]|\r\n)[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/**
 * Text of a file of the config, without its byte order mark; nothing, and a problem reported, when it is not an ordinary
 * UTF-8 file of the folder.
 *
 * @param folder - real path of the config folder
 * @param file - path in it, with `/`
 */
export function readText(folder: string, file: string, report: Report): string | undefined {
  const bytes = readBytes(folder, file, report);
  if (!bytes) return undefined;
  const start = bytes.subarray(0, 2).toString("hex");
  if (start === "fffe" || start === "feff") {
    report(notUtf8({ byte: start, utf16: true }, wholeFile(file)));
    return undefined;
  }
  if (!isUtf8(bytes)) {
    reportBadByte(bytes, file, report);
    return undefined;
  }
  const text = bytes.toString("utf8").replace(BYTE_ORDER_MARK, "");
  const hidden = HIDDEN.exec(text);
  if (!hidden) return text;
  const character = `U+${hidden[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
  report(hiddenCharacter({ character }, endOf(file, text.slice(0, hidden.index))));
  return undefined;
}

/** The file as a whole, when no line of it is to blame. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, length: 0 };
}

function readBytes(folder: string, file: string, report: Report): Buffer | undefined {
  const path = join(folder, file);
  const at = wholeFile(file);
  try {
    const real = realpathSync.native(path);
    const inside = relative(folder, real);
    if (inside.startsWith("..") || isAbsolute(inside)) {
      report(linkOutside({ target: real }, at));
      return undefined;
    }
    const stats = statSync(real);
    if (!stats.isFile()) report(notAFile({ kind: stats.isDirectory() ? "folder" : "other" }, at));
    else if (stats.size > LARGEST) report(fileTooLarge({ bytes: stats.size }, at));
    else return readFileSync(real);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const link = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    if (link && (reason === "ENOENT" || reason === "ELOOP")) report(linkBroken({ target: readlinkSync(path) }, at));
    else report(fileUnreadable({ reason }, at));
  }
  return undefined;
}

/** A decoder puts U+FFFD where it understands nothing. */
function reportBadByte(bytes: Buffer, file: string, report: Report): void {
  const before = bytes.toString("utf8").split("\ufffd", 1)[0] as string;
  const byte = bytes[Buffer.byteLength(before)] as number;
  const guess = byte >= 0xa0 ? String.fromCharCode(byte) : undefined;
  const details = { byte: byte.toString(16).toUpperCase(), ...(guess && { guess }) };
  report(notUtf8(details, endOf(file, before.replace(BYTE_ORDER_MARK, ""))));
}

/** The place of the character that follows `before`. */
function endOf(file: string, before: string): Place {
  const lines = before.split("\n");
  return { file, line: lines.length, column: (lines.at(-1) as string).length + 1, length: 1 };
}
