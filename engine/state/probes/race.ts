import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../../../problems/problem";
import type { WorkFolder } from "../../folders";
import { Tofu } from "../../tofu";
import type { Toolchain } from "../../toolchain/tool";
import { parseLockError } from "../lock";
import type { StackState } from "../stack-state";

/** Writers of the race. */
const WRITERS = 8;

/** What `tofu init` leaves in a folder. */
const TRACE = ".terraform";

/** How long the writers may take to start, in ms. */
const PATIENCE_MS = 120_000;

export interface RaceOptions {
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;

  /** State of nobody: it is written by whoever wins. */
  readonly state: StackState;

  /** Variables of the environment, beside the state's own. @default - none */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Eight real OpenTofu try to write one state at once. Whoever gets in stays inside until all the others have ended, so
 * that the verdict depends on no timing. Gives what went wrong, or undefined when one alone got in and every other one
 * was told of the lock.
 */
export async function raceForLock(options: RaceOptions): Promise<string | undefined> {
  const folder = options.work.newRun();
  try {
    return await race(folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function race(folder: string, { toolchain, state, env = {}, signal }: RaceOptions): Promise<string | undefined> {
  const [inside, go] = [join(folder, "inside"), join(folder, "go")];
  mkdirSync(inside);
  const writers = Array.from({ length: WRITERS }, (_, rank) => {
    const cwd = join(folder, String(rank));
    mkdirSync(cwd);
    const command = ': >"$INSIDE"; until [ -e "$GO" ]; do sleep 0.05; done';
    const environment = { INSIDE: join(inside, String(rank)), GO: go };
    const word = { input: String(rank), provisioner: [{ "local-exec": { command, environment } }] };
    const stack = { terraform: state.block(), resource: { terraform_data: { [`writer${rank}`]: word } } };
    writeFileSync(join(cwd, "main.tf.json"), JSON.stringify(stack));
    const access = { ...state.access, env: { ...state.access.env, ...env } };
    return { cwd, tofu: new Tofu({ toolchain, cwd, state: access, ...(signal && { signal }) }) };
  });
  const [first, ...rest] = writers as [(typeof writers)[number], ...typeof writers];
  await first.tofu.run("init", ["-input=false", "-no-color", "-json"]);
  for (const { cwd } of rest) cpSync(join(first.cwd, TRACE), join(cwd, TRACE), { recursive: true });

  let ended = 0;
  const ends = writers.map(({ tofu }) =>
    tofu
      .run("apply", ["-input=false", "-no-color", "-auto-approve"])
      .then(
        () => undefined,
        (error: unknown) => error,
      )
      .finally(() => {
        ended++;
      }),
  );
  const start = Date.now();
  const count = () => readdirSync(inside).length;
  while (count() < 2 && ended + count() < WRITERS && Date.now() - start < PATIENCE_MS && !signal?.aborted)
    await pause();
  // Two are inside: the others may follow; a moment tells how many.
  if (count() > 1) for (let tries = 0; tries < 20 && ended + count() < WRITERS; tries++) await pause();
  const together = count();
  if (!existsSync(go)) writeFileSync(go, "");
  const errors = (await Promise.all(ends)).filter((error) => error !== undefined);
  signal?.throwIfAborted();
  if (together > 1) return `${together} writers were inside at once`;
  const strangers = errors.map(said).filter((text) => !parseLockError(text));
  if (strangers[0] !== undefined) return strangers[0];
  return together === 1 ? undefined : `nobody got in (${errors.length} of ${WRITERS} failed)`;
}

function said(error: unknown): string {
  return error instanceof OperatorError ? error.problems.map(({ what }) => what.en).join("\n") : String(error);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
