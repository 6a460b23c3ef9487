import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

export interface ChildOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;

  /** Open files that the child gets as 3, 4 and so on. @default - none */
  readonly files?: readonly number[];

  /** What the child reads on its standard input. @default - nothing */
  readonly input?: Uint8Array;

  /** Called with each whole line of standard output, as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface ChildResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** How long a child may take to stop by itself once it was asked to, in ms. */
const GRACE_MS = 5_000;

/**
 * Runs a program without a shell and collects what it says. An abort asks the child to stop (SIGINT: OpenTofu then
 * releases its locks), and kills it when it does not.
 *
 * @throws the reason of `signal` once the child has ended, when it was aborted
 */
export function runChild(program: string, args: readonly string[], options: ChildOptions): Promise<ChildResult> {
  const { cwd, env, signal, files = [], input, onLine } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stdio = ["pipe", "pipe", "pipe", ...files] as const;
    const child = spawn(program, args, { cwd, env, stdio: [...stdio] }) as ChildProcessWithoutNullStreams;
    child.stdin.on("error", () => undefined); // it may end without having read all: its exit code tells
    child.stdin.end(input);
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    const lines = onLine && lineReader(onLine);
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill("SIGINT");
      timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    };
    signal?.addEventListener("abort", stop, { once: true });
    child.stdout.on("data", (chunk: Buffer) => {
      stdout.push(chunk);
      lines?.(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    };
    child.once("error", (error) => {
      end();
      reject(error);
    });
    child.once("close", (code, killedBy) => {
      end();
      if (signal?.aborted) return reject(signal.reason);
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString() + (killedBy ? `\n(killed by ${killedBy})` : ""),
      });
    });
  });
}

function lineReader(onLine: (line: string) => void): (chunk: Buffer) => void {
  let rest = "";
  return (chunk) => {
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) onLine(part);
  };
}
