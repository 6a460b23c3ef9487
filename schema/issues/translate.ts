import { z } from "zod";
import {
  emptyList,
  missingKey,
  notInList,
  noValue,
  outOfBounds,
  unknownKey,
  wrongFormat,
  wrongType,
} from "../../problems/catalogue/config-values";
import { keyNotText } from "../../problems/catalogue/config-yaml";
import type { Problem } from "../../problems/problem";
import { nearest } from "../../problems/words";
import { meaningOf } from "../about";
import type { Path } from "../config";
import type { YamlSource } from "../source/yaml-source";
import { KINDS } from "./kinds";
import { boundsOf, keySpotAt, keysOf, type Spot, spotAt } from "./spot";
import { expectedBy, proposedFor, receivedOf } from "./types";

/** Says in our own words what zod found: its own say neither where, nor what to do. */
export function translate(issue: z.core.$ZodIssue, root: z.core.$ZodType, source: YamlSource): Problem[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknown(key, spotAt(root, path), source, [...path, key]));
  if (issue.code === "invalid_key") return [badKey(keySpotAt(root, path.slice(0, -1)), path, source)];
  return [badValue(issue, spotAt(root, path), path, source)];
}

function unknown(key: string, spot: Spot, source: YamlSource, path: Path): Problem {
  const accepted = keysOf(spot);
  const suggestion = nearest(key, accepted);
  return unknownKey({ key, accepted, ...(suggestion && { suggestion }) }, source.keySpanOf(path));
}

function badKey({ about }: Spot, path: Path, source: YamlSource): Problem {
  const at = source.keySpanOf(path);
  const value = String(path.at(-1));
  return about.kind
    ? KINDS[about.kind]({ key: value, value, written: `"${value}"`, at })
    : keyNotText({ written: value }, at);
}

function badValue(issue: z.core.$ZodIssue, spot: Spot, path: Path, source: YamlSource): Problem {
  const value = valueAt(source.value, path);
  const written = source.writtenAt(path);
  const { key, item } = labelOf(path);
  const meaning = meaningOf({ en: spot.about.en ?? "", description: spot.about.description ?? "" });
  const sample = exampleOf(path, spot);
  const example = sample === undefined ? {} : { example: sample };
  if (value === undefined) return missingKey({ key, meaning, ...example }, source.keySpanOf(path));
  const at = source.spanOf(path);
  if (value === null || value === "") return noValue({ key, item, meaning, ...example }, at);
  const { kind } = spot.about;
  if (isScalar(value)) {
    const received = { key, value, written: written ?? String(value), at };
    // A number is no text, whatever it says; but what people mean by an unquoted code or date is clear.
    if (kind && (typeof value === "string" || kind === "insee" || kind === "peer")) return KINDS[kind](received);
    if (spot.schema instanceof z.ZodEnum && typeof value === "string") return outOfList(value, spot, key, at);
    if (typeof value === "number" && (issue.code === "too_small" || issue.code === "too_big"))
      return outOfBounds({ key, received: written ?? String(value), ...boundsOf(spot) }, at);
  }
  if (Array.isArray(value) && issue.code === "too_small") return emptyList({ key, meaning }, at);
  if (typeof value === "string" && issue.code !== "invalid_type" && issue.code !== "invalid_union")
    return wrongFormat({ key, received: value, accepted: meaning }, at);
  const proposed = proposedFor(spot, value, written);
  return wrongType(
    { key, item, received: receivedOf(value, written), expected: expectedBy(spot), ...(proposed && { proposed }) },
    at,
  );
}

function outOfList(received: string, { schema }: Spot, key: string, at: Problem["at"]): Problem {
  const accepted = (schema as z.ZodEnum).options.map(String);
  const suggestion = nearest(received, accepted);
  return notInList({ key, received, accepted, ...(suggestion && { suggestion }) }, at);
}

/** `openings.port`, and whether it is an item of that list. */
function labelOf(path: Path): { key: string; item: boolean } {
  return {
    key: path.filter((segment) => typeof segment === "string").join("."),
    item: typeof path.at(-1) === "number",
  };
}

/** A line to copy. */
function exampleOf(path: Path, { about: { examples } }: Spot): string | undefined {
  const [example] = examples ?? [];
  const key = path.at(-1);
  return example === undefined || typeof key !== "string" ? undefined : `${key}: ${flow(example)}`;
}

/** A value on one line, as a person would type it. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(", ")} }`;
  if (typeof value !== "string") return String(value);
  return /^[a-z][\w-]*$/i.test(value) ? value : JSON.stringify(value);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, segment) => (inner as Record<string, unknown> | undefined)?.[segment], value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value !== "object";
}
