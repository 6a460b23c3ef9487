import { tofuFailed } from "../problems/catalogue/engine";
import { ToolError } from "../problems/problem";
import { type ChildResult, runChild } from "./child";
import type { ProviderProcess } from "./provider-process";
import type { Toolchain } from "./toolchain/tool";

/** Variables that would change what OpenTofu does behind our back. */
const UNWANTED = [
  "TF_CLI_ARGS",
  "TF_DATA_DIR",
  "TF_WORKSPACE",
  "TF_PLUGIN_CACHE_DIR",
  "TF_REATTACH_PROVIDERS",
  "TF_LOG",
  "TF_ENCRYPTION",
  "BEFFROI_STATE",
];

/** How OpenTofu reaches the state of a stack: `engine/state` makes it. */
export interface StateAccess {
  /** Beside the caller's environment. */
  readonly env: Readonly<Record<string, string>>;

  /** Arguments of the commands that read or write the state. */
  readonly args: readonly string[];

  /** Open files that OpenTofu and its key provider read the keys from. */
  readonly files: readonly number[];
}

export interface TofuOptions {
  readonly toolchain: Toolchain;

  /** Folder of `cdk.tf.json`. */
  readonly cwd: string;
  readonly signal?: AbortSignal;

  /** The caller's environment, its credentials being those of the stack. @default - the caller's, as it is */
  readonly env?: NodeJS.ProcessEnv;

  /** @default - OpenTofu's own: a local state in the folder, without encryption */
  readonly state?: StateAccess;

  /** A provider that runs already. @default - OpenTofu starts one for each command */
  readonly provider?: ProviderProcess;
}

/** The real `tofu`, run in one folder. Every method throws a {@link ToolError} with OpenTofu's own words. */
export class Tofu {
  constructor(private readonly options: TofuOptions) {}

  async init(): Promise<void> {
    await this.run("init", ["-input=false", "-no-color", "-json"]);
  }

  /**
   * Plans against the state (none yet: everything is to be made) into `file`, relative to the folder.
   *
   * @param local - path of a local state, when the options do not tell where it is
   * @param destroy - plans that nothing is left. @default false
   */
  async plan(file: string, { local, destroy = false }: { local?: string; destroy?: boolean } = {}): Promise<void> {
    const where = this.options.state?.args ?? (local ? [`-state=${local}`] : []);
    const mode = destroy ? ["-destroy"] : [];
    await this.run("plan", ["-input=false", "-no-color", "-json", ...mode, ...where, `-out=${file}`]);
  }

  /** The JSON text of a plan file. */
  async show(file: string): Promise<Buffer> {
    const { stdout } = await this.run("show", ["-json", file]);
    return stdout;
  }

  /** Any other command, and what it said; `input` is what it reads. */
  async run(command: string, args: readonly string[], input?: Uint8Array): Promise<ChildResult> {
    const { toolchain, cwd, signal, state, provider, env: own = process.env } = this.options;
    const env = { ...environment(own, toolchain.cliConfig), ...state?.env, ...(await provider?.env()) };
    const result = await runChild(toolchain.tofu.path, [command, ...args], {
      cwd,
      env,
      ...(signal && { signal }),
      ...(state && { files: state.files }),
      ...(input && { input }),
    });
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

/** What OpenTofu said was wrong: the errors among the diagnostics; all of the text when there is none. */
export function said({ stdout, stderr }: Pick<ChildResult, "stderr"> & { readonly stdout: Buffer | string }): string {
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
