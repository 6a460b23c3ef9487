import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { goWantedBy, kitPinsFile, readPins } from "../../../engine/toolchain/pins";
import { TOOL_NAMES } from "../../../engine/toolchain/tool";

const file = kitPinsFile();
const pins = readPins(file);

describe.each(TOOL_NAMES)("the kit's pin of the %s", (name) => {
  const { version, build, archives } = pins[name];

  it("names only https archives of its version, with whole digests", () => {
    for (const { url, sha256, fileSha256 = sha256 } of Object.values(archives)) {
      expect(url).toMatch(new RegExp(`^https://github.com/.*/v${version}/.*_${version}_.*\\.zip$`));
      expect([sha256, fileSha256]).toEqual([
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
    }
    expect(Object.keys(archives)).toContain("linux_amd64");
  });

  it("builds the same version, whose hash is in go.sum", () => {
    const folder = join(dirname(file), build.module);
    const module = build.package.replace(/\/cmd\/.*$/, "");
    expect(readFileSync(join(folder, "go.mod"), "utf8")).toContain(`require ${module} v${version}\n`);
    expect(readFileSync(join(folder, "go.sum"), "utf8")).toMatch(new RegExp(`^${module} v${version} h1:`, "m"));
    expect(existsSync(join(folder, "main.go"))).toBe(false);
  });

  it("tells the Go that it wants", () => {
    expect(goWantedBy(pins[name], file)).toMatch(/^1\.\d+\.\d+$/);
  });
});
