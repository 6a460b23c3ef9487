/**
 * How many members (`"key": value`) a JSON text writes. A parser keeps only the last of two members with the same key:
 * fewer members parsed than written means that another reader may see another plan than ours.
 *
 * @param text - valid JSON.
 */
export function countMembers(text: string): number {
  let count = 0;
  let open = text.indexOf('"');
  while (open >= 0) {
    const close = endOfString(text, open);
    let next = close + 1;
    while (isSpace(text.charCodeAt(next))) next++;
    if (text.charCodeAt(next) === COLON) count++;
    open = text.indexOf('"', next);
  }
  return count;
}

export interface Duplicate {
  readonly key: string;

  /** Offset of its second appearance in the text. */
  readonly offset: number;
}

/** The first key that stands twice in one object of a valid JSON text. */
export function findDuplicate(text: string): Duplicate | undefined {
  const objects: Set<string>[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "{") objects.push(new Set());
    else if (character === "}") objects.pop();
    else if (character === '"') {
      const close = endOfString(text, index);
      const key = keyAt(text, index, close);
      if (key !== undefined) {
        const keys = objects.at(-1);
        if (keys?.has(key)) return { key, offset: index };
        keys?.add(key);
      }
      index = close;
    }
  }
  return undefined;
}

const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** The string from `open` to `close` if it is a key; keys are compared as read, escapes resolved. */
function keyAt(text: string, open: number, close: number): string | undefined {
  let next = close + 1;
  while (isSpace(text.charCodeAt(next))) next++;
  return text.charCodeAt(next) === COLON ? JSON.parse(text.slice(open, close + 1)) : undefined;
}

function endOfString(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(close - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return close;
  }
  return text.length;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
