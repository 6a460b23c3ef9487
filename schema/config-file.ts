import type { z } from "zod";
import type { Place } from "../problems/problem";
import type { Located, Path } from "./config";
import { reportRepeats } from "./issues/repeats";
import { translate } from "./issues/translate";
import type { Report } from "./report";
import type { YamlSource } from "./source/yaml-source";

/** What is left of a value once its mistakes are taken out. */
export type Partly<T> = T extends readonly (infer Item)[]
  ? readonly (Partly<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Partly<T[Key]> | undefined }
    : T;

/** A file of the config, checked alone against its schema. */
export class ConfigFile<T> implements Located<T> {
  private constructor(
    private readonly source: YamlSource,

    /** All that is right in it, so that one run also tells what other files have to say about it. */
    readonly parts: Partly<T>,
    private readonly whole: T | undefined,
  ) {}

  /** Checks a file and reports all that is wrong in it; nothing when it is no group of keys at all. */
  static check<S extends z.ZodType>(
    source: YamlSource,
    schema: S,
    report: Report,
  ): ConfigFile<z.output<S>> | undefined {
    type T = z.output<S>;
    reportRepeats(source, schema, report);
    const { success, data, error } = schema.safeParse(source.value);
    if (success) return new ConfigFile<T>(source, data as Partly<T>, data);
    for (const issue of onePerPlace(error.issues))
      for (const problem of translate(issue, schema, source)) report(problem);
    if (error.issues.some(({ path, code }) => path.length === 0 && code !== "unrecognized_keys")) return undefined;
    return new ConfigFile<T>(source, withoutMistakes(source.value, error.issues) as Partly<T>, undefined);
  }

  get file(): string {
    return this.source.file;
  }

  get value(): T {
    if (this.whole === undefined) throw new Error(`${this.file} has mistakes: they were to be reported first`);
    return this.whole;
  }

  /** Whether the file says something at `path`, right or wrong. */
  has(path: Path): boolean {
    return this.source.has(path);
  }

  placeOf(path: Path): Place {
    return this.source.placeOf(path);
  }

  spanOf(path: Path): Place {
    return this.source.spanOf(path);
  }

  keySpanOf(path: Path): Place {
    return this.source.keySpanOf(path);
  }
}

/** A text may break two rules of its kind at once: what to write is the same. */
function onePerPlace(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ path, code }) => {
    const place = JSON.stringify([path, code === "unrecognized_keys"]);
    return !seen.has(place) && seen.add(place);
  });
}

function withoutMistakes(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const rest = structuredClone(value);
  for (const { path, code } of issues) {
    if (code === "unrecognized_keys") continue;
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((inner, segment) => (inner as Record<PropertyKey, unknown> | undefined)?.[segment], rest);
    const last = path.at(-1) as PropertyKey;
    if (Array.isArray(parent)) parent[Number(last)] = undefined;
    else if (typeof parent === "object" && parent !== null) delete (parent as Record<PropertyKey, unknown>)[last];
  }
  return rest;
}
