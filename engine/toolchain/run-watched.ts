import { spawn } from "node:child_process";
import type { Env } from "./folders";

export interface WatchedOptions {
  readonly cwd: string;
  readonly env: Env;

  /** Each line of the standard error, as it comes. */
  readonly onLine: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;

  /** The last 16,000 characters. */
  readonly stderr: string;
}

const TAIL = 16_000;

/** How long a program may take to stop by itself once it was asked to, milliseconds. */
const GRACE = 5_000;

/** Runs a program to its end. @throws the reason of `signal` once it has ended, when it was stopped; Error when it cannot start. */
export function runWatched(
  program: string,
  args: readonly string[],
  { cwd, env, onLine, signal }: WatchedOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const child = spawn(program, args, { cwd, env: { ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let killer: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill("SIGINT"); // Go then removes its own temporary files
      killer = setTimeout(() => child.kill("SIGKILL"), GRACE);
    };
    signal?.addEventListener("abort", stop, { once: true });
    let [stdout, stderr, unfinished] = ["", "", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr = (stderr + text).slice(-TAIL);
      const lines = (unfinished + text).split("\n");
      unfinished = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    });
    child.once("error", reject);
    child.once("exit", () => {
      clearTimeout(killer);
      signal?.removeEventListener("abort", stop);
      if (!signal?.aborted) return;
      for (const pipe of [child.stdout, child.stderr]) pipe.destroy(); // a grandchild may hold them open
      reject(signal.reason);
    });
    child.once("close", (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}
