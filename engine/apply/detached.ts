import { spawn } from "node:child_process";
import { closeSync, openSync, readSync } from "node:fs";

export interface DetachedOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;

  /** Open files that the child gets as 3, 4 and so on. */
  readonly files: readonly number[];

  /** File that gets all that the child says. */
  readonly log: string;

  /** Called with each whole line, soon after it is said. */
  readonly onLine: (line: string) => void;
  readonly signal?: AbortSignal;

  /** Told once the child was asked to stop. */
  readonly onStopping?: () => void;
}

/** How often new lines are looked for, in ms. */
const EVERY_MS = 150;

/**
 * Runs a program that must not be cut short: what it has begun it ends, and writes down, whatever happens to us. It has a
 * session of its own, so that Ctrl-C in the terminal reaches it once, through us, and not twice (two make OpenTofu give up
 * its state); and it speaks into a file, so that it outlives us without a broken pipe. It is never killed.
 *
 * @returns its exit code, also after it was asked to stop
 */
export function runDetached(program: string, args: readonly string[], options: DetachedOptions): Promise<number> {
  const { cwd, env, files, log, onLine, signal, onStopping } = options;
  signal?.throwIfAborted();
  const output = openSync(log, "w+", 0o600);
  const reader = lineReader(output, onLine);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", output, output, ...files],
    });
    const timer = setInterval(reader, EVERY_MS);
    const stop = () => {
      child.kill("SIGINT");
      onStopping?.();
    };
    signal?.addEventListener("abort", stop, { once: true });
    const end = () => {
      clearInterval(timer);
      signal?.removeEventListener("abort", stop);
      reader();
      closeSync(output);
    };
    child.once("error", (error) => {
      end();
      reject(error);
    });
    child.once("close", (code) => {
      end();
      resolve(code ?? -1);
    });
  });
}

/** Reads what is new in a file, and gives its whole lines; our place in it is our own, as the child writes at its end. */
function lineReader(file: number, onLine: (line: string) => void): () => void {
  const buffer = Buffer.alloc(64 * 1024);
  let position = 0;
  let rest = Buffer.alloc(0);
  return () => {
    for (;;) {
      const length = readSync(file, buffer, 0, buffer.length, position);
      if (length === 0) return;
      position += length;
      rest = Buffer.concat([rest, buffer.subarray(0, length)]);
      for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
        onLine(rest.subarray(0, end).toString());
        rest = rest.subarray(end + 1);
      }
    }
  };
}
