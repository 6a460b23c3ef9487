/** A word that a shell takes as it is, whatever is in it: names of the cloud are written by anybody. */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_./:@%+=,-]+$/.test(text)) return text;
  if (!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  // what a terminal would act on is spelt out, byte by byte
  const bytes = [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`);
  return `$'${bytes.join("")}'`;
}

/** A command line; a name that begins like an option comes behind `--`. */
export function shellLine(words: readonly string[], name?: string): string {
  const last = name === undefined ? [] : name.startsWith("-") ? ["--", name] : [name];
  return [...words, ...last].map(shellWord).join(" ");
}
