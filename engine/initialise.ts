import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson, sha256 } from "./digest";
import { Tofu, type TofuOptions } from "./tofu";

/** What `tofu init` leaves behind. */
const TRACES = [".terraform", ".terraform.lock.hcl"];

/**
 * Initialises the folder. What `tofu init` makes depends on the `terraform` block and on the two programs alone, so it
 * runs once for each of these and its result is copied: a fleet of 400 towns does not initialise 400 times.
 */
export async function initialise(options: TofuOptions, json: string): Promise<void> {
  const { toolchain, cwd } = options;
  const { terraform } = JSON.parse(json) as { terraform: unknown };
  const key = sha256(canonicalJson([terraform, toolchain.tofu.sha256, toolchain.provider.sha256, toolchain.mirror]));
  const shelf = join(toolchain.cache, "init");
  const kept = join(shelf, key);
  if (existsSync(kept)) {
    copy(kept, cwd);
    return;
  }
  await new Tofu(options).init();
  mkdirSync(shelf, { recursive: true });
  const draft = mkdtempSync(join(shelf, "draft-"));
  copy(cwd, draft);
  try {
    renameSync(draft, kept);
  } catch {
    // Another run was faster, with the same result.
    rmSync(draft, { recursive: true, force: true });
  }
}

function copy(from: string, to: string): void {
  for (const name of TRACES) cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
}
