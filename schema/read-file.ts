import { lstatSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { fileMissing, folderMissing } from "../problems/catalogue/config-files";
import { OperatorError } from "../problems/problem";
import { ConfigFile } from "./config-file";
import type { Report } from "./report";
import { parseYaml } from "./source/parse-yaml";
import { readText, wholeFile } from "./source/read-text";

/** The folder, its symbolic links followed. */
export function realFolder(folder: string): string {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return realpathSync.native(folder);
  throw new OperatorError([folderMissing({ folder, isFile: stats !== undefined })]);
}

/** Reads and checks one file; nothing when its value cannot be known. */
export function readFile<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  report: Report,
): ConfigFile<z.output<S>> | undefined {
  if (!isThere(root, file)) {
    report(fileMissing({ file }, wholeFile(file)));
    return undefined;
  }
  const text = readText(root, file, report);
  const source = text === undefined ? undefined : parseYaml(file, text, report);
  return source && ConfigFile.check(source, schema, report);
}

/** Whether there is something under that name, even a link that leads nowhere or what one may not read. */
export function isThere(root: string, file: string): boolean {
  try {
    return lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
