import { keyCommandFailed, keyMalformed } from "../../../problems/catalogue/state-keys";
import { OperatorError, type Place } from "../../../problems/problem";
import { runChild } from "../../child";
import { type MasterKey, parseKeyText } from "./master-key";

/** A person may have to touch a token or type a PIN, in ms. */
const PATIENCE_MS = 120_000;

export interface KeyCommandOptions {
  /** Program and arguments: no shell reads them. */
  readonly command: readonly string[];

  /** Where it runs: the config folder. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly at: Place;
  readonly signal?: AbortSignal;
}

/**
 * The key that a command prints. What it prints goes nowhere else; its errors are shown when it fails, less anything
 * that it printed.
 *
 * @throws OperatorError `state-key-command-failed`, `state-key-malformed`
 */
export async function keyFromCommand({ command, at, signal, cwd, env }: KeyCommandOptions): Promise<MasterKey> {
  const [program, ...args] = command as [string, ...string[]];
  const failed = (reason: string) => new OperatorError([keyCommandFailed({ command, reason }, at)]);
  const ended = await inTime(signal, (limited) => runChild(program, args, { cwd, env, signal: limited })).catch(
    (error: unknown) => {
      const { code, syscall = "" } = error as NodeJS.ErrnoException;
      if (error instanceof TooLong) throw failed(`no answer in ${PATIENCE_MS / 1000} s`);
      if (syscall.startsWith("spawn")) throw failed(`${code}: ${program}`);
      throw error;
    },
  );
  const text = ended.stdout.toString();
  ended.stdout.fill(0);
  if (ended.code !== 0) throw failed(lastLines(withoutSecrets(ended.stderr, text)) || `exit ${ended.code}`);
  const key = parseKeyText(text);
  if (!key) throw new OperatorError([keyMalformed({ source: command.join(" ") }, at)]);
  return key;
}

class TooLong extends Error {}

/** Aborts with the caller's signal, or when patience is over. */
async function inTime<T>(signal: AbortSignal | undefined, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
  const both = new AbortController();
  const stop = () => both.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  const timer = setTimeout(() => both.abort(new TooLong()), PATIENCE_MS);
  try {
    return await work(both.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

function withoutSecrets(stderr: string, stdout: string): string {
  const printed = stdout.split(/\s+/).filter((word) => word.length >= 8);
  return printed.reduce((text, word) => text.replaceAll(word, "***"), stderr);
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-5).join("\n");
}
