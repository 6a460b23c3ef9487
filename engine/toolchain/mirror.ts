import { mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { uniqueName, writeAtomically } from "./files";
import type { Pin } from "./pins";
import type { Tool } from "./tool";

/** What a configuration must write in `required_providers`, always in full. */
export const PROVIDER_SOURCE = "registry.opentofu.org/terraform-provider-openstack/openstack";

export interface Mirror {
  /** Root of the filesystem mirror. */
  readonly folder: string;

  /** OpenTofu's CLI configuration file that names it. */
  readonly cliConfig: string;
}

/**
 * The mirror that holds this provider, and the CLI configuration that points to it; written only when absent or
 * different. There is one per digest of the provider: two runs with different providers do not disturb each other.
 */
export function writeMirror(cache: string, pin: Pin, platform: string, provider: Tool): Mirror {
  const root = join(cache, "toolchain", "mirrors", provider.sha256.slice(0, 16));
  const folder = join(root, "plugins");
  const cliConfig = join(root, "tofu.rc");
  point(join(folder, ...PROVIDER_SOURCE.split("/"), provider.version, platform, pin.file), provider.path);
  const text = configText(folder);
  if (readText(cliConfig) !== text) writeAtomically(cliConfig, text);
  return { folder, cliConfig };
}

/** Makes `link` a symbolic link to `target`, in one step for those who look at it. */
function point(link: string, target: string): void {
  if (readLink(link) === target) return;
  mkdirSync(dirname(link), { recursive: true });
  const fresh = join(dirname(dirname(link)), `.${uniqueName()}`);
  symlinkSync(target, fresh);
  try {
    renameSync(fresh, link);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** No `direct` block: a provider that the mirror does not hold is an error, never a download. */
function configText(mirror: string): string {
  return `# Written by Beffroi.
disable_checkpoint = true

provider_installation {
  filesystem_mirror {
    path    = ${quote(mirror)}
    include = [${quote(PROVIDER_SOURCE)}]
  }
}
`;
}

/** A string of HCL, in which `${` and `%{` would begin a template. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/([$%])(?=\{)/g, "$1$1");
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
