import { gunzipSync } from "node:zlib";
import { isSecretName } from "./secret-names";
import { type Leak, leak, shapeIn } from "./secret-shapes";

const NAMED = leak("a secret under its own name", "un secret sous son propre nom");
const RANDOM: Leak = {
  kind: { en: "a long random text, which may be a secret", fr: "un long texte aléatoire, peut-être un secret" },
  sure: false,
};

/**
 * `name = value`, `name: value`, `"name": "value"`, `--name value`. The value is only looked at, not consumed: it may
 * be an assignment itself, as in `Environment=DB_PASSWORD=...`.
 */
const VALUE = /(?=("(?:[^"\\\n]|\\.){0,2000}"|'[^'\n]{0,2000}'|[^\s"',;#}\]]{1,2000}))/.source;
const ASSIGNMENTS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\w.])([A-Za-z][\\w.-]{0,60})["']?(?:[ \\t]{0,40}=[ \\t]{0,40}|[ \\t]{0,40}:[ \\t]{1,40}|:(?=["']))${VALUE}`,
    "g",
  ),
  new RegExp(`(?<!\\S)--([A-Za-z][\\w-]{0,60})[ \\t]{1,40}${VALUE}`, "g"),
];

/** Longest text that is decoded inside another. */
const LARGEST = 1_000_000;

/** Short texts that were looked at: tags and descriptions come back for each resource. */
const KNOWN = new Map<string, Leak | undefined>();
const REMEMBERED = { length: 200, texts: 10_000 };

/** What a text gives away, whether plain, base64 or gzip; `undefined` if nothing is seen. */
export function leakIn(text: string): Leak | undefined {
  if (text.length < 8) return undefined;
  if (text.length > REMEMBERED.length) return look(text, 0);
  if (!KNOWN.has(text)) {
    if (KNOWN.size >= REMEMBERED.texts) KNOWN.clear();
    KNOWN.set(text, look(text, 0));
  }
  return KNOWN.get(text);
}

function look(text: string, depth: number): Leak | undefined {
  const shape = shapeIn(text);
  if (shape) return shape;
  if (text.includes("=") || text.includes(":") || text.includes("--"))
    for (const assignment of ASSIGNMENTS)
      for (const [, name = "", value = ""] of text.matchAll(assignment))
        if (isSecretName(name) && isPlainValue(value)) return NAMED;
  return depth < 3 ? leakInside(text, depth) : undefined;
}

/** Whether a value, found under the name of a secret, is one: no reference, no placeholder, no switch, no hash. */
export function isPlainValue(raw: string): boolean {
  const value = raw.replace(/^["']|["']$/g, "").trim();
  if (value.length < 4) return false;
  if (/^(?:true|false|yes|no|none|null|nil|disabled|enabled|random|locked?)$/i.test(value)) return false;
  if (/^(?:[$`<%@!*/~]|\{\{|file:|vault:|env:|data\.|var\.|local\.)/i.test(value)) return false;
  return !/^[|>][-+]?$/.test(value);
}

/** Looks into long runs of base64: decoded if they are a text or gzip, else weighed. */
function leakInside(text: string, depth: number): Leak | undefined {
  let doubt: Leak | undefined;
  const bare = withoutPublicParts(text);
  for (const [run] of bare.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)) {
    const inside = run.length <= LARGEST ? decoded(run) : undefined;
    const found = inside === undefined ? undefined : look(inside, depth + 1);
    if (found?.sure) return found;
    if (inside === undefined && looksRandom(run)) doubt = RANDOM;
  }
  return doubt;
}

/** Keys and certificates that are meant to be public are as random as the secret ones. */
function withoutPublicParts(text: string): string {
  return text
    .replace(
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}(?:CERTIFICATE|PUBLIC KEY)[A-Z ]{0,20}-----[\s\S]{0,20000}?-----END [A-Z0-9 ]{1,60}-----/g,
      "",
    )
    .replace(/\b(?:ssh-[a-z0-9]{1,20}|ecdsa-[\w-]{1,40}|sk-[\w@.-]{1,60})[ \t]{1,9}[A-Za-z0-9+/=]+/g, "")
    .replace(/\bsha\d{3}[-:][A-Za-z0-9+/=]+/gi, "");
}

function decoded(run: string): string | undefined {
  let bytes: Buffer = Buffer.from(run, "base64");
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: LARGEST });
    } catch {
      return undefined;
    }
  }
  const text = bytes.toString("utf8");
  const odd = text.replace(/[\t\n\r\x20-\x7e\u00a0-\uffef]/g, "").length;
  return text.includes("\ufffd") || odd > 0 ? undefined : text;
}

/** Letters of both cases and digits, as mixed as chance makes them: not a digest, an id, a path or a word. */
function looksRandom(run: string): boolean {
  if (run.length < 32 || /^[0-9a-f-]+$/i.test(run) || (run.match(/\//g) ?? []).length > 3) return false;
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/\d/.test(run)) return false;
  return entropy(run) > 4.2;
}

/** Shannon entropy, in bits for each character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
