import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolchainUnavailable } from "../../problems/catalogue/toolchain";
import { ToolError } from "../../problems/problem";
import { build } from "./build";
import { addressOf, download } from "./download";
import { uniqueName } from "./files";
import { type Env, scratchFolder } from "./folders";
import { locateGo } from "./go";
import { keep } from "./kept-tool";
import { askVersion } from "./own-tool";
import { goWantedBy, type Pin } from "./pins";
import type { Watcher } from "./progress";
import { goBuildFailed, SetupFailure } from "./setup-failure";
import type { Tool, ToolName } from "./tool";
import { isOlder } from "./version";

export interface SetUpOptions {
  readonly cache: string;
  readonly platform: string;
  readonly pinsFile: string;
  readonly env: Env;
  readonly watch: Watcher;

  /** Milliseconds for a server to answer. */
  readonly answerWithin: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Missing {
  readonly name: ToolName;
  readonly pin: Pin;
}

/**
 * Downloads what is missing, then builds what could not be downloaded. To be called with the lock held.
 *
 * @throws ToolError `toolchain-unavailable`, with every way that was tried
 */
export async function setUp(missing: readonly Missing[], options: SetUpOptions): Promise<Map<ToolName, Tool>> {
  const scratch = scratchFolder(options.cache);
  mkdirSync(scratch, { recursive: true });
  const found = new Map<ToolName, Tool>();
  const tried: SetupFailure[] = [];
  try {
    await downloadAll(missing, found, tried, options);
    const left = missing.filter(({ name }) => !found.has(name));
    await buildAll(left, found, options);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    const tools = missing.filter(({ name }) => !found.has(name)).map(({ pin }) => `${pin.title} ${pin.version}`);
    throw new ToolError([toolchainUnavailable({ tools, tried: [...tried, error] })]);
  } finally {
    // With what runs that were killed have left: nobody else holds the lock.
    rmSync(scratch, { recursive: true, force: true });
  }
  return found;
}

async function downloadAll(
  missing: readonly Missing[],
  found: Map<ToolName, Tool>,
  tried: SetupFailure[],
  options: SetUpOptions,
): Promise<void> {
  const silent = new Set<string>();
  for (const { name, pin } of missing) {
    const archive = pin.archives[options.platform];
    if (!archive || silent.has(new URL(addressOf(archive, options.env)).host)) continue;
    try {
      const program = join(scratchFolder(options.cache), uniqueName());
      writeFileSync(program, await download(pin, archive, { ...options, silent }));
      const arrival = {
        how: "downloaded",
        from: addressOf(archive, options.env),
        at: new Date().toISOString(),
      } as const;
      found.set(name, await keep(options.cache, pin, options.platform, program, arrival));
      options.watch({ step: "ready", tool: pin, how: "downloaded" });
    } catch (error) {
      if (!(error instanceof SetupFailure)) throw error;
      tried.push(error);
      options.watch({ step: "note", text: error.what });
    }
  }
}

async function buildAll(left: readonly Missing[], found: Map<ToolName, Tool>, options: SetUpOptions): Promise<void> {
  if (left.length === 0) return;
  const { cache, platform, pinsFile, env, watch, signal } = options;
  const wanted = left
    .map(({ pin }) => goWantedBy(pin, pinsFile))
    .reduce((most, next) => (isOlder(most, next) ? next : most));
  const go = await locateGo(wanted, env);
  for (const { name, pin } of left) {
    watch({ step: "building", tool: pin });
    const folder = join(scratchFolder(cache), uniqueName());
    const program = await build(pin, { go, pinsFile, folder, watch, signal });
    const says = name === "tofu" ? await askVersion(program, env) : pin.version;
    if (says !== pin.version) throw goBuildFailed(`${pin.title} ${pin.version}`, `tofu version: ${says}`);
    const arrival = {
      how: "built",
      from: `${pin.build.package} (Go ${go.version})`,
      at: new Date().toISOString(),
    } as const;
    found.set(name, await keep(cache, pin, platform, program, arrival));
    watch({ step: "ready", tool: pin, how: "built" });
  }
}
