import { spawn } from "node:child_process";
import { join } from "node:path";
import { KIT } from "../config-folder";

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;

  /** Runs it in this program, such as `unshare -n`. */
  readonly within?: readonly string[];

  /** Acts on the process while it runs. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => Promise<void>;
}

/** Runs the compiled command line as a person does, in English unless told otherwise. */
export function beffroi(
  args: readonly string[],
  { cwd = KIT, env = {}, within = [], onStart }: RunOptions = {},
): Promise<Said> {
  const [program = "", ...rest] = [...within, process.execPath, join(KIT, "dist", "cli", "main.js"), ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { cwd, env: { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1", ...env } });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    onStart?.((signal) => child.kill(signal)).catch(reject);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
