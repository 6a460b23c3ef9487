import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { ARROWS, wrongArrows } from "../../scripts/arrows";
import tsconfigBuild from "../../tsconfig.build.json";
import tsconfig from "../../tsconfig.json";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "arrows-"));
});

afterEach(() => rmSync(root, { recursive: true }));

/** The verdict on a single file of this content. */
function judge(file: string, content: string): string[] {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
  return wrongArrows(root);
}

const folders = Object.keys(ARROWS);
const pairs = folders.flatMap((from) => [...folders, "test", "scripts", "bench"].map((to) => ({ from, to })));
const allows = (from: string, rule: string) => ARROWS[from]?.includes(rule) ?? false;
const forbidden = pairs.filter(({ from, to }) => from !== to && !allows(from, to) && !allows(from, `type ${to}`));
const free = pairs.filter(({ from, to }) => from === to || allows(from, to));
const ofTypes = pairs.filter(({ from, to }) => allows(from, `type ${to}`));

describe("wrongArrows", () => {
  it("knows every folder that is compiled", () => {
    const compiled = tsconfig.include.filter((folder) => !tsconfigBuild.exclude.includes(folder));
    expect([...folders].sort()).toEqual([...compiled].sort());
  });

  it("has no cycle in its table", () => {
    const reach = (from: string): string[] => {
      const next = (ARROWS[from] ?? []).map((one) => one.replace("type ", ""));
      return next.flatMap((one) => [one, ...reach(one)]);
    };
    for (const folder of folders) expect(reach(folder)).not.toContain(folder);
  });

  it.each(forbidden)("refuses that $from imports $to, be it a type", ({ from, to }) => {
    const said = judge(`${from}/deep/one.ts`, `// first line\nimport type { Two } from "../../${to}/two";\n`);
    expect(said).toEqual([expect.stringContaining(`${from}/deep/one.ts:2: ${from} may not import ${to} `)]);
  });

  it.each(free)("accepts that $from imports $to", ({ from, to }) => {
    expect(judge(`${from}/one.ts`, `import { two } from "../${to}/two";\n`)).toEqual([]);
  });

  it.each(ofTypes)("accepts that $from imports types of $to, not values", ({ from, to }) => {
    expect(judge(`${from}/one.ts`, `import type { Two } from "../${to}/two";\n`)).toEqual([]);
    expect(judge(`${from}/one.ts`, `import { two } from "../${to}/two";\n`)).toHaveLength(1);
  });

  it.each([
    'export { two } from "../cli/two";',
    'export * from "../cli/two";',
    'export type { Two } from "../cli/two";',
    'import "../cli/two";',
    'import two = require("../cli/two");',
    'const two = require("../cli/two");',
    'const two = () => import("../cli/two");',
    'type Two = import("../cli/two").Two;',
  ])("sees %s", (line) => {
    expect(judge("plan/one.ts", line)).toHaveLength(1);
  });

  it("does not take a folder's own subfolder for another folder", () => {
    expect(judge("gates/rules/one.ts", 'import { two } from "./cli/two";\nimport { three } from "../rule";\n')).toEqual(
      [],
    );
  });

  it.each([
    ["constructs", "yaml", false],
    ["constructs", "cdktf", true],
    ["blueprint", "cdktf", false],
    ["schema", "zod", true],
    ["gates", "zod/v4", false],
    ["cli", "cdktf", false],
    ["engine", "cdktn", false],
    ["constructs", "@cdktf/provider-openstack/lib/networking-network-v2", true],
    ["constructs", "@cdktf/provider-openstack", false],
    ["gates", "@cdktf/provider-openstack/lib/networking-network-v2", false],
    ["blueprint", "node:fs", false],
    ["schema", "node:fs", true],
  ])("%s importing the package %s: allowed is %s", (folder, name, allowed) => {
    expect(judge(`${folder}/one.ts`, `import { one } from "${name}";\n`)).toHaveLength(allowed ? 0 : 1);
  });
});
