import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { exampleConfig, KIT } from "../config-folder";
import { beffroi } from "./beffroi";

describe("the command line", () => {
  it("ends well when its reader has seen enough", () => {
    const main = join(KIT, "dist", "cli", "main.js");
    const { stderr, status } = spawnSync(
      "bash",
      ["-c", 'set -o pipefail; "$0" "$1" explain Rochefort | head -n 1', process.execPath, main],
      {
        encoding: "utf8",
      },
    );
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  });

  it("tells mistakes to machines, too, with their lines", async () => {
    const config = exampleConfig({ "towns/17299-rochefort.yaml": 'insee: "17299"\n' });
    const { code, stdout } = await beffroi(["explain", "17299", "--config", config, "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ code: "missing-key", at: { file: "towns/17299-rochefort.yaml", line: 1 } }],
    });
  });

  it("proposes the command that was meant", async () => {
    const { code, stderr } = await beffroi(["plna"]);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "plan"?');
  });

  it("proposes the option that was meant, in French", async () => {
    const { code, stderr } = await beffroi(["plan", "--al", "--lang", "fr"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Vouliez-vous dire « --all » ?");
  });

  it("shows its help in French", async () => {
    const { stdout } = await beffroi(["plan", "--help", "--lang", "fr"]);
    expect(stdout).toMatch(/^Usage : beffroi plan /);
    expect(stdout).toContain("toutes les communes de la configuration");
  });
});
