import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileUnreadable, unexpectedFile, wrongExtension } from "../../problems/catalogue/config-files";
import { nearest } from "../../problems/words";
import type { Report } from "../report";
import { wholeFile } from "./read-text";

/** Folders of a config; each holds files of one kind. */
export const FOLDERS = ["facts", "services", "sizes", "targets", "towns"] as const;
export type Folder = (typeof FOLDERS)[number];

/** Files at the root of a config. */
export const ROOT_FILES = ["addresses.yaml", "syndicate.yaml"] as const;

/** Notes for people may lie beside what Beffroi reads. */
const NOTES = /\.(md|txt)$/i;

/** What people or their programs write when they mean `.yaml`. */
const NEARLY_YAML = /\.(ya?ml|json|toml)(\.txt|\.bak|\.orig|~)?$/i;

/**
 * Names, without `.yaml`, of the files of one folder, sorted. Anything else there is reported: it would count for
 * nothing, and its author would not know. Hidden files and notes are left alone; a missing folder is an empty one.
 */
export function listFolder(root: string, folder: Folder, report: Report): string[] {
  const names: string[] = [];
  for (const name of entriesOf(root, folder, report)) {
    const file = `${folder}/${name}`;
    if (name.endsWith(".yaml")) names.push(name.slice(0, -".yaml".length));
    else if (NEARLY_YAML.test(name))
      report(wrongExtension({ name, proposed: name.replace(NEARLY_YAML, ".yaml") }, wholeFile(file)));
    else if (!NOTES.test(name)) report(unexpectedFile({ name, folder, accepted: ["<name>.yaml"] }, wholeFile(file)));
  }
  return names;
}

/** Reports the files and folders at the root of a config whose names are nearly those that are read. */
export function checkRoot(root: string, report: Report): void {
  const known = [...ROOT_FILES, ...FOLDERS];
  for (const name of entriesOf(root, ".", report)) {
    if ((known as string[]).includes(name)) continue;
    const yaml = NEARLY_YAML.test(name);
    const suggestion = nearest(name.replace(NEARLY_YAML, ".yaml"), yaml ? ROOT_FILES : FOLDERS);
    if (yaml || suggestion)
      report(
        unexpectedFile({ name, folder: ".", accepted: known, ...(suggestion && { suggestion }) }, wholeFile(name)),
      );
  }
}

function entriesOf(root: string, folder: string, report: Report): string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") report(fileUnreadable({ reason: code }, wholeFile(folder)));
    return [];
  }
}
