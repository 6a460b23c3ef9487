const LONGEST = 300;

/** Where services put what they say: a few levels down, under one of these names. */
const WORDS = ["message", "faultstring", "description", "detail", "title"];

/** What an answer says to people, safe to print: the message inside its JSON, else its first words. */
export function saidIn(text: string): string {
  const said = messageIn(parsed(text)) ?? text.replace(/<[^>]*>/g, " ");
  return said
    .replace(/[\s\p{C}]+/gu, " ")
    .trim()
    .slice(0, LONGEST);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageIn(value: unknown, depth = 0): string | undefined {
  if (typeof value !== "object" || value === null || depth > 3) return undefined;
  const record = value as Record<string, unknown>;
  const direct = WORDS.map((word) => record[word]).find((said) => typeof said === "string" && said);
  if (typeof direct === "string") return direct;
  for (const inner of Object.values(record)) {
    const said = messageIn(inner, depth + 1);
    if (said) return said;
  }
  return undefined;
}
