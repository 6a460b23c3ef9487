import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Localised } from "../../problems/language";
import { type Glance, glanceAt, isSameGlance, sha256Of, writeAtomically } from "./files";
import type { Env } from "./folders";
import { passedOver } from "./notes";
import { inPluginFolders, onPath } from "./on-path";
import type { Pin } from "./pins";
import type { Tool, ToolName } from "./tool";
import { isReleaseFrom } from "./version";

interface Seen extends Glance {
  /** @default - the program did not answer. */
  readonly version?: string;
  readonly sha256: string;
}

/** Below this size a `tofu` is a wrapper of a version manager, whose answer can change while the file does not. */
const WRAPPER_BYTES = 10_000_000;

/** The machine's own programs; what was learnt of each is remembered in the cache until its size or date changes. */
export class OwnTools {
  readonly notes: Localised[] = [];
  private readonly file: string;
  private readonly seen: Map<string, Seen>;
  private changed = false;

  constructor(
    cache: string,
    private readonly platform: string,
    private readonly env: Env,
    verify: boolean,
  ) {
    this.file = join(cache, "toolchain", "seen.json");
    this.seen = new Map(Object.entries(verify ? {} : readSeen(this.file)));
  }

  /** The first one that is recent enough; the others leave a note. */
  async find(name: ToolName, pin: Pin): Promise<Tool | undefined> {
    for (const path of this.candidates(name, pin)) {
      const { version, sha256 } = await this.lookAt(name, pin, path);
      if (version && isReleaseFrom(version, pin.atLeast)) return { path, version, sha256, origin: "path" };
      const note = passedOver(pin, path, version);
      if (!this.notes.some(({ en }) => en === note.en)) this.notes.push(note);
    }
    return undefined;
  }

  /** Writes down what was learnt. Not being able to costs only time. */
  remember(): void {
    if (!this.changed) return;
    try {
      writeAtomically(this.file, `${JSON.stringify(Object.fromEntries(this.seen), null, 2)}\n`);
    } catch {
      return;
    }
  }

  private candidates(name: ToolName, pin: Pin): string[] {
    const found = onPath(pin.file, this.env);
    return name === "tofu" ? found : [...found, ...inPluginFolders(pin.file, pin.version, this.platform, this.env)];
  }

  private async lookAt(name: ToolName, pin: Pin, path: string): Promise<Seen> {
    const glance = glanceAt(path) ?? { size: 0, mtimeMs: 0 };
    const known = this.seen.get(path);
    const isWrapper = name === "tofu" && glance.size < WRAPPER_BYTES;
    if (known && isSameGlance(known, glance) && !isWrapper) return known;

    // The provider has no command that tells its version; its name carries it, as OpenTofu itself expects.
    const version = name === "tofu" ? await askVersion(path, this.env) : pin.version;
    const fresh = { ...glance, ...(version && { version }), sha256: await sha256Of(path) };
    if (JSON.stringify(fresh) !== JSON.stringify(known)) this.changed = true;
    this.seen.set(path, fresh);
    return fresh;
  }
}

/** What `tofu version` says of itself, or nothing when it fails or takes more than 15 seconds. */
export async function askVersion(tofu: string, env: Env): Promise<string | undefined> {
  try {
    // A configuration file that does not exist would put a warning in front of the JSON.
    const quiet = { ...env, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" };
    const { stdout } = await promisify(execFile)(tofu, ["version", "-json"], { env: quiet, timeout: 15_000 });
    return (JSON.parse(stdout) as { terraform_version?: string }).terraform_version;
  } catch {
    return undefined;
  }
}

function readSeen(file: string): Record<string, Seen> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Seen>;
  } catch {
    return {};
  }
}
