import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { App, Manifest, TerraformStack } from "cdktf";
import { writeApp } from "../../stacks/app";
import { synthesise } from "../../stacks/synthesise";
import { EVERY_BLUEPRINT, ILE_D_AIX } from "../blueprints";

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "app-"));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

describe("writeApp", () => {
  it("writes the bytes of every stack", () => {
    writeApp(outdir, Object.values(EVERY_BLUEPRINT));
    expect(readdirSync(join(outdir, "stacks")).sort()).toEqual(["hosting-17004", "hosting-17299", "hosting-2B134"]);
    expect(readFileSync(join(outdir, "stacks", "hosting-17004", "cdk.tf.json"), "utf8")).toBe(
      synthesise(ILE_D_AIX).json,
    );
  });

  it("lists the stacks as CDKTF's own manifest would", () => {
    writeApp(outdir, [ILE_D_AIX]);
    const theirs = mkdtempSync(join(outdir, "theirs-"));
    const manifest = new Manifest("any", theirs, false);
    manifest.forStack(new TerraformStack(new App({ outdir: theirs }), "hosting-17004"));
    const { stacks, version } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    expect(stacks).toEqual(JSON.parse(JSON.stringify(manifest.buildManifest().stacks)));
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it("names its stacks", () => {
    expect(writeApp(outdir, [ILE_D_AIX])).toEqual(["hosting-17004"]);
  });

  it("makes a folder that is missing, even for no town", () => {
    expect(writeApp(join(outdir, "deep", "out"), [])).toEqual([]);
    expect(JSON.parse(readFileSync(join(outdir, "deep", "out", "manifest.json"), "utf8")).stacks).toEqual({});
  });

  it("writes no manifest when a stack is refused", () => {
    expect(() => writeApp(outdir, [{ ...ILE_D_AIX, zones: {} }])).toThrow();
    expect(readdirSync(outdir)).toEqual([]);
  });
});
