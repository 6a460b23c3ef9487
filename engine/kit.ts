import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Folder of the kit: the nearest one above this file, compiled or not, that has the kit's `package.json`. */
export function kitFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error("the kit has lost its package.json");
  }
}

/** Version of the kit, written into every plan artefact. */
export function kitVersion(): string {
  return (JSON.parse(readFileSync(join(kitFolder(), "package.json"), "utf8")) as { version: string }).version;
}
