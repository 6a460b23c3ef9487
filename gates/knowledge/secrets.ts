import { gunzipSync } from "node:zlib";
import type { Localised } from "../../problems/language";
import { isSecretName } from "./secret-names";

/** What a text gives away. The secret itself is never kept, nor told. */
export interface Leak {
  readonly kind: Localised;

  /** `false`: a long random text, which may as well be a harmless one. */
  readonly sure: boolean;
}

const leak = (en: string, fr: string): Leak => ({ kind: { en, fr }, sure: true });

/** Secrets that give themselves away by their shape. Every repetition is bounded: a hostile text must not stall us. */
const SHAPES: readonly (readonly [RegExp, Leak])[] = [
  [/-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/, leak("a private key", "une clé privée")],
  [/\bAGE-SECRET-KEY-1[A-Z0-9]{20}/, leak("a private key", "une clé privée")],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, leak("an S3 or AWS access key", "une clé d'accès S3 ou AWS")],
  [/\bglpat-[\w-]{20}/, leak("a GitLab token", "un jeton GitLab")],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{30}|github_pat_\w{30})/, leak("a GitHub token", "un jeton GitHub")],
  [/\bhvs\.[\w-]{20}/, leak("a Vault token", "un jeton Vault")],
  [/\bgAAAA[\w-]{80}/, leak("an OpenStack token", "un jeton OpenStack")],
  [/\beyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]{8}/, leak("a signed token (JWT)", "un jeton signé (JWT)")],
  [
    /\bauthorization:[ \t]{0,9}(?:bearer|basic)[ \t]{1,9}[\w+/=.-]{8}/i,
    leak("an authorization header", "un en-tête d'autorisation"),
  ],
  [
    /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{0,100}:(?![$<{%])[^\s/@"']{3,200}@/i,
    leak("a password in an address", "un mot de passe dans une adresse"),
  ],
  [
    /\bcurl\b[^\n]{0,500}[ \t](?:-u|--user)[ =]["']?[^\s:"']{1,100}:(?!\$)[^\s"']/,
    leak("a password given to curl", "un mot de passe donné à curl"),
  ],
  [
    /\becho[ \t]{1,9}(?:-\w{1,3}[ \t]{1,9})?["']?[\w.-]{1,60}:(?!\$)[^\s|"']{4,200}["']?[ \t]{0,9}\|[^\n]{0,40}\bchpasswd/,
    leak("a user's password", "le mot de passe d'un utilisateur"),
  ],
  [
    /\bchpasswd:[^#]{0,200}?\blist:[ \t]{0,9}(?:\|[-+]?[ \t]{0,9})?\n?[ \t]{0,40}(?:-[ \t]{1,9})?["']?[\w.-]{1,60}:(?!\$|R\b|RANDOM\b)\S{4}/,
    leak("a user's password", "le mot de passe d'un utilisateur"),
  ],
];

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
  for (const [shape, found] of SHAPES) if (shape.test(text)) return found;
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
