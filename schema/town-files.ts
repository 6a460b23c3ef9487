import { townFileName, townTwice } from "../problems/catalogue/config-communes";
import { allNames, communeOf } from "./communes";
import type { Report } from "./report";
import { slug } from "./slug";
import { listFolder } from "./source/listing";
import { readText, wholeFile } from "./source/read-text";

export interface TownFile {
  readonly file: string;

  /** INSEE code that the name of the file says; absent when it says none. */
  readonly insee?: string;

  /** What follows the code in the name: `rochefort` of `17299-rochefort.yaml`. */
  readonly label?: string;
}

const NAME = /^((?:\d{2}|2A|2B)\d{3})(?:-(.+))?$/;

/** The files of the towns, known by their names alone: 400 of them are not read to plan one. */
export function listTownFiles(root: string, report: Report): TownFile[] {
  const firsts = new Map<string, string>();
  return listFolder(root, "towns", report).map((name) => {
    const file = `towns/${name}.yaml`;
    const [, insee, label] = NAME.exec(name) ?? [];
    if (!insee) {
      const proposed = `${proposedName(root, file, name)}.yaml`;
      report(townFileName({ name: `${name}.yaml`, proposed }, wholeFile(file)));
      return { file };
    }
    const first = firsts.get(insee);
    if (first) report(townTwice({ town: { name: nameOf(insee), insee }, other: first }, wholeFile(file)));
    else firsts.set(insee, file);
    return { file, insee, ...(label && { label }) };
  });
}

/** Name of a commune for messages, even when its code is wrong. */
export function nameOf(insee: string): string {
  return communeOf(insee)?.name ?? "?";
}

/** By what the file says, else by the name of a commune that it bears. */
function proposedName(root: string, file: string, name: string): string {
  const upper = NAME.test(name.toUpperCase()) ? name.slice(0, 5).toUpperCase() + name.slice(5) : undefined;
  if (upper) return upper;
  const inside = /^insee:\s*["']?(\w{5})\b/m.exec(readText(root, file, () => {}) ?? "")?.[1];
  const label = slug(name.replace(/^[\d\s_-]+/, "")) || "commune";
  if (inside && communeOf(inside)) return `${inside}-${label}`;
  const named = Object.entries(allNames()).filter(([, known]) => slug(known) === label);
  return `${named.length === 1 ? named[0]?.[0] : "<insee>"}-${label}`;
}
