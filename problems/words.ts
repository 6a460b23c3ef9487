import { distance } from "fastest-levenshtein";
import type { Localised } from "./language";

/** Longer values are cut: the reader has the line itself in front of them. */
const LONGEST = 80;

/** What is shown at most of a list of accepted values. */
const MOST = 24;

/** What a person cannot see, or what would act on their terminal: controls, zero widths, marks of direction, hard spaces. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u202f]/gu;

/** A value as it was received, safe to print: `"x"` in English, `« x »` in French. */
export function quoted(value: unknown): Localised {
  const text = visible(String(value));
  return { en: `"${text}"`, fr: `« ${text} »` };
}

/** The same text with every invisible character spelt out, cut when it is long. */
export function visible(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  return cut.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** `a, b or c`, sorted as given. */
export function oneOf(values: readonly string[]): Localised {
  const shown = values.slice(0, MOST);
  const more = values.length - shown.length;
  if (more > 0)
    return { en: `${shown.join(", ")} ... (${more} more)`, fr: `${shown.join(", ")} ... (${more} de plus)` };
  const last = shown.at(-1) ?? "";
  const first = shown.slice(0, -1).join(", ");
  return first ? { en: `${first} or ${last}`, fr: `${first} ou ${last}` } : { en: last, fr: last };
}

/**
 * The known name that somebody who wrote `received` most likely meant: the same letters in another case or with other
 * accents, else few typing mistakes away.
 */
export function nearest(received: string, known: readonly string[]): string | undefined {
  const plain = bare(received);
  let best: string | undefined;
  // One letter away from a word of two is another word.
  const most = plain.length < 3 ? 0 : Math.max(1, Math.floor(plain.length / 3));
  let least = most + 1;
  for (const name of known) {
    const far = distance(plain, bare(name));
    if (far < least) [best, least] = [name, far];
  }
  return best;
}

function bare(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
