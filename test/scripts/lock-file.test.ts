import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(join(__dirname, "../../package-lock.json"), "utf8");
const packages: Readonly<Record<string, Entry>> = JSON.parse(text).packages;

/** The entry that `name` means for the package at `from`: the nearest one on the way up. */
function nearest(from: string, name: string): Entry | undefined {
  for (let base = from; base !== ""; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    const entry = packages[`${base}/node_modules/${name}`];
    if (entry) return entry;
  }
  return packages[`node_modules/${name}`];
}

describe("package-lock.json", () => {
  // `npm ci` refuses a lock file that lacks the binaries of other platforms. A registry that does not hold them makes
  // such a lock file without a word: take a version of the package whose binaries are all there.
  it("has the optional packages of every platform", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => nearest(path, name) === undefined),
    );
    expect(missing).toEqual([]);
  });

  it("is bound to no registry", () => {
    expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual(["provider"]);
  });
});
