/** `npm run generate`: writes every generated file that is committed. The same sources always give the same bytes. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generate } from "./generate/generate";

const root = join(__dirname, "..");

async function main(): Promise<void> {
  for (const [file, content] of await generate(root)) {
    const path = join(root, file);
    if (current(path) === content) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.error(`${file}: written`);
  }
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
