import { readFileSync, statSync } from "node:fs";
import type { Place } from "../problems/problem";
import type { Colours } from "./screens/paint";

/** Columns that a line may take; a longer one is cut around what is meant. */
const WIDTH = 100;

/** No file of a config is larger; whatever else it is, it has no line to show. */
const LARGEST = 1_048_576;

/** The line that a place names, with what is meant underlined; nothing when there is no such line. */
export function excerpt(path: string, place: Place, colours: Colours): string[] {
  const line = place.length === 0 ? undefined : lineOf(path, place.line);
  if (line === undefined) return [];
  const start = place.column - 1;
  const from = line.length <= WIDTH ? 0 : Math.max(0, Math.min(start - WIDTH / 4, line.length - WIDTH));
  const before = shown(line.slice(from, start));
  const meant = shown(line.slice(start, Math.min(start + (place.length ?? 1), from + WIDTH)));
  const after = shown(line.slice(start + (place.length ?? 1), from + WIDTH));
  const gutter = String(place.line);
  const blank = " ".repeat(gutter.length);
  const mark = "^".repeat(Math.max(1, meant.length));
  return [
    `${colours.dim(`${gutter} |`)} ${before}${colours.red(meant)}${after}`.trimEnd(),
    `${colours.dim(`${blank} |`)} ${" ".repeat(before.length)}${colours.red(mark)}`,
  ];
}

function lineOf(path: string, line: number): string | undefined {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > LARGEST) return undefined;
    const text = readFileSync(path, "utf8")
      .replace(/^\ufeff/, "")
      .split("\n")[line - 1];
    return text?.replace(/\r$/, "");
  } catch {
    return undefined;
  }
}

/** Nothing of a file may act on the terminal; tabs and hard spaces are made visible, for they are often to blame. */
function shown(text: string): string {
  return text
    .replaceAll("\t", "→")
    .replaceAll(/[\u00a0\u202f]/g, "␣")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
}
