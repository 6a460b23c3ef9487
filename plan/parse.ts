import { isUtf8 } from "node:buffer";
import {
  planBinary,
  planCutShort,
  planEmpty,
  planIsLog,
  planMalformed,
  planNotJson,
  planNumberTooLarge,
  planRepeatsKey,
  planTooDeep,
  planTooLarge,
} from "../problems/catalogue/plan";
import { OperatorError, type Place, type Problem } from "../problems/problem";
import { countMembers, findDuplicate } from "./duplicates";

/** Deepest nesting that is read; plans of real providers stay under 30. */
const DEEPEST = 200;

/** What JavaScript would take for the prototype of an object. */
const NO_NAME = { en: "named otherwise", fr: "nommé autrement" };

/** Longest text that Node can hold in one string, with some room. */
const LARGEST = 500_000_000;

/**
 * Parses the JSON of a plan, and refuses what two readers could read differently: repeated keys, numbers that lose
 * digits, nesting without end.
 *
 * @throws OperatorError that says what the file is instead.
 */
export function parsePlanText(input: string | Uint8Array, file: string): unknown {
  const text = decode(input, file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new OperatorError([whyNotJson(text, file, error)]);
  }
  const members = inspect(parsed, file);
  if (members === countMembers(text)) return parsed;
  const duplicate = findDuplicate(text);
  if (!duplicate) throw new Error("members of the plan were miscounted");
  throw new OperatorError([planRepeatsKey({ file, key: duplicate.key }, placeAt(text, duplicate.offset, file))]);
}

/**
 * Counts the members of all objects, and refuses numbers and depths that cannot be trusted.
 *
 * @throws OperatorError
 */
export function inspect(root: unknown, file: string): number {
  const steps: string[] = [];
  let members = 0;
  const walk = (value: unknown): void => {
    if (typeof value === "number") {
      // `size: 9007199254740993` is not the number that is written: readers disagree beyond 2^53.
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
        throw new OperatorError([planNumberTooLarge({ file, where: steps.join(".") })]);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    if (steps.length >= DEEPEST) throw new OperatorError([planTooDeep({ file, deepest: DEEPEST })]);
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        if (typeof value[index] === "string") continue;
        steps.push(String(index));
        walk(value[index]);
        steps.pop();
      }
      return;
    }
    for (const key in value) {
      members++;
      if (key === "__proto__")
        throw new OperatorError([planMalformed({ file, where: "__proto__", expected: NO_NAME })]);
      const child = (value as Record<string, unknown>)[key];
      if (typeof child === "string") continue;
      steps.push(key);
      walk(child);
      steps.pop();
    }
  };
  walk(root);
  return members;
}

function decode(input: string | Uint8Array, file: string): string {
  if (input.length > LARGEST) throw new OperatorError([planTooLarge({ file, bytes: input.length, largest: LARGEST })]);
  const text = typeof input === "string" ? input.replace(/^\uFEFF/, "") : decodeBytes(input, file);
  if (text.startsWith("PK\u0003\u0004")) throw new OperatorError([planBinary({ file })]);
  if (text.trim() === "") throw new OperatorError([planEmpty({ file })]);
  return text;
}

function decodeBytes(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new OperatorError([planBinary({ file })]);

  if (isUtf8(bytes))
    return buffer(bytes)
      .toString("utf8")
      .replace(/^\uFEFF/, "");

  // PowerShell's `>` writes UTF-16.
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return buffer(bytes)
      .toString("utf16le")
      .replace(/^\uFEFF/, "");
  throw new OperatorError([planNotJson({ file })]);
}

function buffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** What the parser says is not repeated: it would show a piece of the plan, and that may be a secret. */
function whyNotJson(text: string, file: string, error: unknown): Problem {
  if (error instanceof RangeError) return planTooDeep({ file, deepest: DEEPEST });
  if (/^\s*\{"@level"/.test(text)) return planIsLog({ file });
  const said = error instanceof Error ? error.message : "";
  if (!text.trimStart().startsWith("{")) return planNotJson({ file });
  const end = text.trimEnd().length;
  const offset = /position (\d+)/.exec(said)?.[1];
  if (/end of JSON|unterminated/i.test(said) || Number(offset) >= end)
    return planCutShort({ file }, placeAt(text, end, file));
  return planNotJson({ file }, offset === undefined ? undefined : placeAt(text, Number(offset), file));
}

/** Without a length: the line is not shown to anybody, it may hold a secret. */
function placeAt(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { file, line, column: offset - before.lastIndexOf("\n"), length: 0 };
}
