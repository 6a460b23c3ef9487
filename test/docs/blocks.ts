import { readFileSync } from "node:fs";

/** A fenced block of a Markdown page: its language, the words after it, and where it starts. */
export interface Block {
  readonly language: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly line: number;
}

export function blocksOf(file: string): Block[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    const [language = "", ...words] = /^```(\S.*)$/.exec(lines[index] ?? "")?.[1]?.split(" ") ?? [];
    if (!language) continue;
    const end = lines.indexOf("```", index);
    blocks.push({ language, words, text: lines.slice(index + 1, end).join("\n"), line: index + 1 });
    index = end;
  }
  return blocks;
}

/** A command of a `console` block, and what it must print. */
export interface Shown {
  readonly command: string;
  readonly output: string;
}

export function commandsOf({ text }: Block): Shown[] {
  return text
    .split(/^\$ /m)
    .filter(Boolean)
    .map((part) => {
      const [command = "", ...output] = part.split("\n");
      return { command, output: output.join("\n").trimEnd() };
    });
}
