import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import { findToolchain } from "../engine/toolchain/find-toolchain";
import type { Toolchain } from "../engine/toolchain/tool";

/** Setting the tools up takes minutes, once per machine. */
const SET_UP = 30 * 60_000;

/** The real OpenTofu and provider, in a folder of their own, without a credential. */
export class RealTofu {
  private toolchain: Toolchain | undefined;
  private folder = "";

  /** To be called in a `describe`: prepares before its tests, and cleans up after them. */
  open(): this {
    beforeAll(async () => {
      this.toolchain = await findToolchain();
      this.folder = mkdtempSync(join(tmpdir(), "gates-"));
    }, SET_UP);
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
    return this;
  }

  /** The JSON of the plan from a state to a configuration; nothing is refreshed, nobody is asked. */
  plan(configuration: object, state: object, ...args: readonly string[]): Buffer {
    return this.planFiles({ "main.tf.json": JSON.stringify(configuration) }, state, ...args);
  }

  /** The same, from files by their path in the folder. */
  planFiles(files: Readonly<Record<string, string>>, state: object, ...args: readonly string[]): Buffer {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
    writeFileSync(join(this.folder, "before.tfstate"), JSON.stringify(state));
    this.run("init", "-input=false");
    this.run("plan", "-input=false", "-refresh=false", "-lock=false", "-state=before.tfstate", "-out=plan", ...args);
    return this.run("show", "-json", "plan");
  }

  private run(...args: readonly string[]): Buffer {
    const { tofu, cliConfig } = this.toolchain as Toolchain;
    const env = {
      PATH: process.env.PATH ?? "",
      HOME: this.folder,
      TF_CLI_CONFIG_FILE: cliConfig,
      CHECKPOINT_DISABLE: "1",
    };
    const options = { cwd: this.folder, env, maxBuffer: 2 ** 28 };
    const { status, stdout, stderr } = spawnSync(
      tofu.path,
      [...args, ...(args[0] === "show" ? [] : ["-no-color"])],
      options,
    );
    if (status !== 0) throw new Error(`tofu ${args[0]} failed: ${stdout}\n${stderr}`);
    return stdout;
  }
}
