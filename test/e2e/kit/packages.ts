import { spawnSync } from "node:child_process";

/**
 * Makes sure that programs which only tests use are there: Debian's packages, installed once, as root.
 *
 * @param programs - absolute paths, or names on the PATH
 */
export function ensureInstalled(programs: readonly string[], packages: readonly string[]): void {
  const isThere = (program: string) => spawnSync("sh", ["-c", 'command -v "$1"', "sh", program]).status === 0;
  if (programs.every(isThere)) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", ["-qq", ...args], { env, encoding: "utf8" });
  apt("update");
  const { stdout, stderr } = apt("install", "-y", "--no-install-recommends", ...packages);
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length > 0) throw new Error(`${missing.join(", ")} could not be installed:\n${stdout}${stderr}`);
}
