import { tofuFailed } from "../problems/catalogue/engine";
import { ToolError } from "../problems/problem";
import { type ChildResult, runChild } from "./child";
import type { Toolchain } from "./toolchain/tool";

/** Variables that would change what OpenTofu does behind our back. */
const UNWANTED = [
  "TF_CLI_ARGS",
  "TF_DATA_DIR",
  "TF_WORKSPACE",
  "TF_PLUGIN_CACHE_DIR",
  "TF_REATTACH_PROVIDERS",
  "TF_LOG",
];

export interface TofuOptions {
  readonly toolchain: Toolchain;

  /** Folder of `cdk.tf.json`. */
  readonly cwd: string;
  readonly signal?: AbortSignal;
}

/** The real `tofu`, run in one folder. Every method throws a {@link ToolError} with OpenTofu's own words. */
export class Tofu {
  constructor(private readonly options: TofuOptions) {}

  async init(): Promise<void> {
    await this.run("init", ["-input=false", "-no-color", "-json"]);
  }

  /** Plans against the local state at `state` (none yet: everything is to be made) into `file`, relative to the folder. */
  async plan(file: string, state: string): Promise<void> {
    await this.run("plan", ["-input=false", "-no-color", "-json", `-state=${state}`, `-out=${file}`]);
  }

  /** The JSON text of a plan file. */
  async show(file: string): Promise<Buffer> {
    const { stdout } = await this.run("show", ["-json", file]);
    return stdout;
  }

  private async run(command: string, args: readonly string[]): Promise<ChildResult> {
    const { toolchain, cwd, signal } = this.options;
    const env = environment(process.env, toolchain.cliConfig);
    const result = await runChild(toolchain.tofu.path, [command, ...args], { cwd, env, ...(signal && { signal }) });
    if (result.code !== 0) throw new ToolError([tofuFailed({ command, said: said(result) })]);
    return result;
  }
}

/** The caller's environment less what would change OpenTofu's ways; `OS_*` go through: they are the credentials. */
export function environment(env: NodeJS.ProcessEnv, cliConfig: string): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !UNWANTED.some((bad) => name === bad || name.startsWith(`${bad}_`)),
  );
  return { ...Object.fromEntries(kept), TF_CLI_CONFIG_FILE: cliConfig, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
}

/** The errors among the diagnostics; all of the text when there is none. */
function said({ stdout, stderr }: ChildResult): string {
  const lines = stdout.toString().split("\n");
  const errors = lines.flatMap((line) => {
    try {
      const { diagnostic } = JSON.parse(line) as { diagnostic?: Diagnostic };
      return diagnostic?.severity === "error"
        ? [[diagnostic.summary, diagnostic.detail].filter(Boolean).join("\n")]
        : [];
    } catch {
      return [];
    }
  });
  return (errors.length > 0 ? errors.join("\n\n") : `${stderr}\n${stdout}`).trim();
}
