import { createHash } from "node:crypto";

/** A text as OpenTofu must take it: `${` and `%{` in it stay what they are, and start no template. */
export function literal(text: string): string {
  return text.replaceAll(/[$%](?=\{)/g, "$&$&");
}

/**
 * A text on one line, without the characters that Nova refuses in a name: controls, and those that an old MySQL cannot
 * keep (beyond U+FFFF). Composed (NFC), so that the same name always has the same bytes.
 */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\s\p{C}\p{Zl}\p{Zp}\u{10000}-\u{10FFFF}]+/gu, " ")
    .trim();
}

/** Eight hexadecimal digits that tell one text from another. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** The text, or as much of its start as fits before its digest. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 9)}-${digest(text)}`;
}

/**
 * `head-tail`, at most `max` long. What must be shortened is the head, as long as something of it is left: a name such
 * as `saint-remy-en-1f0c2a9b-51513-site-web-2` still ends with what tells a host from the others.
 */
export function joined(head: string, tail: string, max: number): string {
  const whole = head ? `${head}-${tail}` : tail;
  const room = max - tail.length - 1;
  return whole.length > max && room > 10 ? `${cutWords(head, room, whole)}-${tail}` : cut(whole, max);
}

function cutWords(head: string, room: number, whole: string): string {
  return `${head.slice(0, room - 9).replace(/[-\s]+$/, "")}-${digest(whole)}`;
}

/** A description: printable, 255 characters at most (Neutron, Cinder), and literal. */
export function description(text: string): string {
  return literal(cut(printable(text), 255));
}
