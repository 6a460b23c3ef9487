import { z } from "zod";
import { listedTwice } from "../../problems/catalogue/config-values";
import type { Path } from "../config";
import type { Report } from "../report";
import type { YamlSource } from "../source/yaml-source";
import { type Spot, spotAt } from "./spot";

/** Reports the items that a list of names, ranges or words of ours holds twice: to hold one twice means nothing. */
export function reportRepeats(source: YamlSource, root: z.core.$ZodType, report: Report): void {
  visit(source.value, [], 0);

  function visit(value: unknown, path: Path, depth: number): void {
    if (typeof value !== "object" || value === null || depth > 8) return;
    if (Array.isArray(value) && isSet(spotAt(root, path))) reportIn(value, path);
    else
      for (const [key, inner] of Object.entries(value))
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key], depth + 1);
  }

  function reportIn(list: readonly unknown[], path: Path): void {
    for (const [index, item] of list.entries()) {
      const first = list.indexOf(item);
      if (first === index || typeof item === "object") continue;
      const firstLine = source.placeOf([...path, first]).line;
      report(listedTwice({ value: String(item), firstLine }, source.spanOf([...path, index])));
    }
  }
}

/** Free texts may be words of a command, in order: there, the same word twice may mean something. */
function isSet({ schema }: Spot): boolean {
  if (!(schema instanceof z.ZodArray)) return false;
  const item = spotAt(schema, [0]);
  return item.about.kind !== undefined || item.schema instanceof z.ZodEnum;
}
