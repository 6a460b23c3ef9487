import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { Pin } from "./pins";

export type Env = Readonly<Record<string, string | undefined>>;

/** The kit's cache: `$BEFFROI_CACHE`, else `$XDG_CACHE_HOME/beffroi`, else `~/.cache/beffroi`. */
export function cacheFolder(env: Env): string {
  if (env.BEFFROI_CACHE) return resolve(env.BEFFROI_CACHE);
  return join(env.XDG_CACHE_HOME || join(home(env), ".cache"), "beffroi");
}

export function home(env: Env): string {
  return env.HOME || homedir();
}

/** Where one version of one tool is kept, beside its record. */
export function keptFolder(cache: string, pin: Pin, platform: string): string {
  return join(cache, "toolchain", pin.title.toLowerCase(), pin.version, platform);
}

/** Half-made things; on the same disk as the kept ones, so that a rename is enough to keep them. */
export function scratchFolder(cache: string): string {
  return join(cache, "toolchain", "tmp");
}

/** Name of this machine in Go's words, as in the names of published archives: `linux_amd64`. */
export function goPlatform(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const cpu = ({ x64: "amd64", ia32: "386" } as Record<string, string>)[process.arch] ?? process.arch;
  return `${os}_${cpu}`;
}
