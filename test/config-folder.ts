import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";

/** Folder of the kit. */
export const KIT = join(__dirname, "..");

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the tests of the file end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-test-"));
  made.push(folder);
  return folder;
}

/** A copy of the example config in which some files are others; `null` removes one. */
export function exampleConfig(changes: Readonly<Record<string, string | null>> = {}): string {
  const folder = join(temporaryFolder(), "config");
  cpSync(join(KIT, "config"), folder, {
    recursive: true,
    dereference: true,
    filter: (path) => !path.includes(".beffroi"),
  });
  for (const [file, text] of Object.entries(changes)) {
    if (text === null) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
  }
  return folder;
}
