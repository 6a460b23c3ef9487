import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { generate } from "../../scripts/generate/generate";
import { KIT } from "../config-folder";

it("every generated file is what `npm run generate` writes", async () => {
  const files = await generate(KIT);
  expect(files.length).toBeGreaterThan(10);
  const stale = files.filter(([file, content]) => readFileSync(join(KIT, file), "utf8") !== content);
  expect(stale.map(([file]) => file)).toEqual([]);
});

it("generating twice gives the same bytes", async () => {
  expect(await generate(KIT)).toEqual(await generate(KIT));
});
