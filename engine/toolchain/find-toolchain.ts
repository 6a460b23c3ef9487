import { join } from "node:path";
import { cacheNotWritable } from "../../problems/catalogue/toolchain";
import { ToolError } from "../../problems/problem";
import { cacheFolder, type Env, goPlatform } from "./folders";
import { withLock } from "./kernel-lock";
import { type Looked, look, type Place } from "./look";
import { writeMirror } from "./mirror";
import { kitPinsFile, readPins } from "./pins";
import type { Watcher } from "./progress";
import { setUp } from "./set-up";
import type { Tool, Toolchain, ToolName } from "./tool";

export interface ToolchainOptions {
  /** @default - the environment of the process. */
  readonly env?: Env;

  /** Told what happens while something is being set up. @default - nobody is told. */
  readonly watch?: Watcher;

  /** Hashes every program again, whatever its size and date say. @default false */
  readonly verify?: boolean;

  /** Stops a set-up, which then leaves nothing half-made. @default - the set-up cannot be stopped. */
  readonly signal?: AbortSignal;

  /** File of pins, beside the Go modules that it names. @default - the kit's `toolchain/pins.json` */
  readonly pinsFile?: string;

  /** Time for a server to answer before the tools are built instead, milliseconds. @default 4000 */
  readonly answerWithin?: number;
}

/**
 * OpenTofu and its OpenStack provider: the machine's own if recent enough, else the kit's cache, else downloaded with a
 * pinned digest, else built from the Go modules. Takes milliseconds when nothing has to be set up.
 *
 * @throws ToolError `toolchain-unavailable`, `cache-not-writable`; the reason of `signal` when it was stopped
 */
export async function findToolchain(options: ToolchainOptions = {}): Promise<Toolchain> {
  const env = options.env ?? process.env;
  const pinsFile = options.pinsFile ?? kitPinsFile();
  const pins = readPins(pinsFile);
  const place = { env, cache: cacheFolder(env), platform: goPlatform(), pins, verify: options.verify ?? false };
  try {
    const looked = await look(place);
    const { tools, notes } = looked.missing.length === 0 ? looked : await setUpOnce(place, { ...options, pinsFile });
    const { tofu, provider } = Object.fromEntries(tools) as Record<ToolName, Tool>;
    const { cliConfig, folder } = writeMirror(place.cache, pins.provider, place.platform, provider);
    return { tofu, provider, cliConfig, mirror: folder, cache: place.cache, notes };
  } catch (error) {
    throw asProblem(error, place.cache);
  }
}

/** Looks again once the lock is held: another run may have done the work meanwhile. */
async function setUpOnce(
  place: Place,
  options: ToolchainOptions & { readonly pinsFile: string },
): Promise<Omit<Looked, "missing">> {
  const { env, cache, platform } = place;
  const { watch = () => undefined, pinsFile, answerWithin = 4_000, signal } = options;
  const onWait = () => watch({ step: "waiting" });
  return withLock(join(cache, "toolchain", "lock"), { env, onWait, signal }, async () => {
    const { tools, missing, notes } = await look(place);
    if (missing.length === 0) return { tools, notes };
    for (const text of notes) watch({ step: "note", text });
    const made = await setUp(missing, { cache, platform, pinsFile, env, watch, answerWithin, signal });
    return { tools: new Map([...tools, ...made]), notes };
  });
}

/** A full disk or a right that lacks, in the cache, is for the operator to mend; anything else goes on as it is. */
function asProblem(error: unknown, cache: string): unknown {
  const { code = "", path = "" } = error as NodeJS.ErrnoException;
  const isInCache = path !== "" && (path.startsWith(cache) || cache.startsWith(path));
  const isMendable = ["EACCES", "EROFS", "ENOSPC", "EPERM", "ENOTDIR", "EEXIST", "EDQUOT"].includes(code);
  if (code === "ENOSPC" || (isInCache && isMendable))
    return new ToolError([cacheNotWritable({ folder: cache, reason: code })]);
  return error;
}
