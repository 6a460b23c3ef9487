/**
 * Controls, escapes, marks that turn the direction of a text, characters without a width, lone surrogates: what a
 * hostile name uses to hide or forge a line of a terminal. A pilcrow of code shows that it was there.
 */
const HOSTILE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/** A text from a plan, made safe to be shown on one line: `\u{202e}` where a character would not be seen. */
export function plain(text: string): string {
  return text.replace(HOSTILE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
