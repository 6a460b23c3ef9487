import { execFile, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

const kit = join(__dirname, "../..");
let root: string;

/** A tiny kit: the real build script and compiler settings, one folder of sources, no bindings to make. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-"));
  for (const file of ["scripts", "tsconfig.json", "tsconfig.build.json"]) {
    cpSync(join(kit, file), join(root, file), { recursive: true });
  }
  symlinkSync(join(kit, "node_modules"), join(root, "node_modules"));
  for (const file of ["package-lock.json", "provider/schema.json", "provider/generate.mjs", "provider/build.mjs"])
    write(file, "");
  write("plan/one.ts", "export const one: number = 1;\n");
  write("cli/entry.ts", 'import { one } from "../plan/one";\nconsole.log(one);\n');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function build(): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/build.mjs")], { encoding: "utf8" });
  return { status, said: stderr };
}

describe("the build", () => {
  it("compiles TypeScript, and copies what lies beside it but no README", () => {
    write("plan/data/prices.json", "{}");
    write("plan/README.md", "# Plan");
    expect(build().status).toBe(0);
    expect(readFileSync(join(root, "dist/plan/one.js"), "utf8")).toContain("exports.one = 1");
    expect(existsSync(join(root, "dist/plan/data/prices.json"))).toBe(true);
    expect(existsSync(join(root, "dist/plan/README.md"))).toBe(false);
  });

  it("makes the command line one file, which needs no other", () => {
    build();
    rmSync(join(root, "dist/plan"), { recursive: true });
    const { stdout } = spawnSync(process.execPath, [join(root, "dist/cli/entry.js")], { encoding: "utf8" });
    expect(stdout).toBe("1\n");
  });

  it("leaves an up-to-date build alone, and drops what has no source any more", () => {
    write("plan/two.ts", "export const two = 2;\n");
    build();
    expect(build()).toEqual({ status: 0, said: "" });

    rmSync(join(root, "plan/two.ts"));
    expect(build().said).toContain("into dist/");
    expect(existsSync(join(root, "dist/plan/two.js"))).toBe(false);
  });

  it("may run twice at once", async () => {
    const one = () =>
      new Promise<number>((resolve) => {
        execFile(process.execPath, [join(root, "scripts/build.mjs")]).once("close", (code) => resolve(code ?? -1));
      });
    expect(await Promise.all([one(), one(), one()])).toEqual([0, 0, 0]);
    expect(build()).toEqual({ status: 0, said: "" });
    expect(readdirSync(root).filter((name) => name.startsWith(".dist-"))).toEqual([]);
  });

  it("keeps the last good build when a source does not compile, and fails", () => {
    build();
    write("plan/one.ts", "export const one = ;\n");
    const { status, said } = build();
    expect(status).toBe(1);
    expect(said).toContain("plan/one.ts");
    expect(said).not.toContain("    at ");
    expect(readFileSync(join(root, "dist/plan/one.js"), "utf8")).toContain("exports.one = 1");
  });
});
