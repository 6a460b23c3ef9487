import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { WorkFolder } from "../folders";
import { Tofu } from "../tofu";
import type { Toolchain } from "../toolchain/tool";
import { localState } from "./backend";
import type { EncryptionOptions } from "./encryption";
import type { StatePlace } from "./place";
import type { StackState } from "./stack-state";

export interface WorkbenchOptions {
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly place: StatePlace;
  readonly state: StackState;
  readonly signal?: AbortSignal;

  /** Reads states without encryption, too. @default false */
  readonly plaintext?: boolean;
}

/**
 * A folder with nothing but the way to one state, where OpenTofu reads it, decrypts it, and writes it under its own
 * lock. No provider is started.
 */
export class Workbench {
  private constructor(
    private readonly folder: string,
    private readonly tofu: Tofu,
    private readonly state: StackState,
  ) {}

  /** Opens one, lets `work` use it, and takes it away. What fails is told in our words where the state explains it. */
  static async with<T>(options: WorkbenchOptions, work: (bench: Workbench) => Promise<T>): Promise<T> {
    const bench = Workbench.lay(options);
    try {
      if (options.place.kind !== "local") await bench.tofu.run("init", ["-input=false", "-no-color", "-json"]);
      return await work(bench);
    } catch (error) {
      throw await bench.state.explain(error);
    } finally {
      rmSync(bench.folder, { recursive: true, force: true });
    }
  }

  private static lay({ toolchain, work, place, state, signal, plaintext = false }: WorkbenchOptions): Workbench {
    const folder = work.newRun();
    const options: Partial<EncryptionOptions> = { plaintext };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: state.block(options) }), { mode: 0o600 });
    if (place.kind === "local") {
      // OpenTofu's own name for a local state: the file behind the link is what is read, locked and written.
      const file = localState(place.folder, state.stack);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      symlinkSync(file, join(folder, "terraform.tfstate"));
    }
    const access = { ...state.access, args: [] };
    return new Workbench(folder, new Tofu({ toolchain, cwd: folder, state: access, ...(signal && { signal }) }), state);
  }

  /** The decrypted state; undefined when there is none. */
  async pull(): Promise<Buffer | undefined> {
    const { stdout } = await this.tofu.run("state", ["pull", "-no-color"]);
    return stdout.length > 0 && stdout.toString().trim() !== "" ? stdout : undefined;
  }

  /** Encrypts and writes a state. `force`: whatever lineage and serial the one there has. */
  async push(state: Uint8Array, { force }: { readonly force: boolean }): Promise<void> {
    await this.tofu.run("state", ["push", "-no-color", ...(force ? ["-force"] : []), "-"], state);
  }

  /** Takes away the lock of a run that died. */
  async unlock(id: string): Promise<void> {
    await this.tofu.run("force-unlock", ["-no-color", "-force", id]);
  }

  /** Any other command of `tofu state`, such as `rm`; what it prints. */
  async command(name: string, args: readonly string[]): Promise<Buffer> {
    return (await this.tofu.run("state", [name, "-no-color", ...args])).stdout;
  }
}
