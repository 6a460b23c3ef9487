import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WorkFolder } from "../../../engine/folders";
import type { KeySource } from "../../../engine/state/key/key-source";
import { newKeyText } from "../../../engine/state/key/master-key";
import type { StatePlace } from "../../../engine/state/place";
import type { StackId } from "../../../engine/state/stack-id";
import { States } from "../../../engine/state/states";
import { Tofu } from "../../../engine/tofu";
import { findToolchain } from "../../../engine/toolchain/find-toolchain";
import type { Toolchain } from "../../../engine/toolchain/tool";
import { OperatorError, type Problem } from "../../../problems/problem";

export const ROCHEFORT: StackId = { owner: "17299", stack: "hosting" };
export const AJACCIO: StackId = { owner: "2A004", stack: "hosting" };

const AT = { file: "syndicate.yaml", line: 1, column: 1 };

export interface Held {
  /** Process id of the OpenTofu that holds the lock. */
  readonly held: Promise<number>;
  readonly release: () => void;
  readonly kill: () => Promise<void>;
  readonly ended: Promise<unknown>;
}

/** A folder for states and keys, and the real OpenTofu. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), "beffroi-state-"));
  readonly work = new WorkFolder(join(this.folder, "work"));
  readonly told: string[] = [];
  toolchain!: Toolchain;
  private holds = 0;

  /** @default - local states */
  place: StatePlace = { kind: "local", folder: this.work.states, history: this.work.stateHistory };

  /** One tofu at a time is under way in a test: the rest of the machine goes on. */
  async open(): Promise<this> {
    this.toolchain = await findToolchain();
    return this;
  }

  /** A file with a new key. */
  key(name: string): KeySource & { file: string } {
    const file = join(this.folder, `${name}.key`);
    writeFileSync(file, `${newKeyText()}\n`, { mode: 0o600 });
    return { kind: "file", file, at: AT };
  }

  states(key: KeySource, previous?: KeySource, everyTown = false): States {
    const settings = { place: this.place, key, folder: this.folder, ...(previous && { previous }) };
    return new States(settings, { tell: ({ en }) => this.told.push(en), everyTown });
  }

  /** Everything that a command of a run needs. */
  request(states: States, stack: StackId) {
    return { states, stack, toolchain: this.toolchain, work: this.work };
  }

  /** Runs the real OpenTofu on a stack that keeps one word in its state. */
  async tofu(
    states: States,
    stack: StackId,
    args: readonly string[],
    word = "bonjour",
    resource: object = { terraform_data: { word: { input: word } } },
  ): Promise<string> {
    const state = await states.of(stack);
    const cwd = this.work.newRun();
    const json = JSON.stringify({
      terraform: { required_version: ">= 1.12.0" },
      resource,
      output: { word: { value: this.reference("terraform_data.word.output") } },
    });
    try {
      writeFileSync(join(cwd, "cdk.tf.json"), state.into(json));
      const tofu = new Tofu({ toolchain: this.toolchain, cwd, state: state.access });
      if (this.place.kind !== "local") await tofu.init();
      const [command = "", ...rest] = args;
      const located = ["plan", "apply", "destroy", "output"].includes(command) ? state.access.args : [];
      return (await tofu.run(command, ["-no-color", ...located, ...rest])).stdout.toString();
    } catch (error) {
      throw await state.explain(error);
    } finally {
      state.close();
      rmSync(cwd, { recursive: true, force: true });
    }
  }

  apply(states: States, stack: StackId, word: string): Promise<string> {
    return this.tofu(states, stack, ["apply", "-auto-approve", "-input=false"], word);
  }

  /** An apply that stays inside until it is released, or killed as by a power cut. */
  holdLock(states: States, stack: StackId): Held {
    const name = join(this.folder, `held-${++this.holds}`);
    const [inside, go] = [`${name}.pid`, `${name}.go`];
    const command = `echo $PPID >${inside}; until [ -e ${go} ]; do sleep 0.05; done`;
    const word = { input: "tenu", provisioner: [{ "local-exec": { command } }] };
    const args = ["apply", "-auto-approve", "-input=false", "-replace=terraform_data.word"];
    const ended = this.tofu(states, stack, args, "tenu", { terraform_data: { word } });
    const release = () => writeFileSync(go, "");
    const held = (async () => {
      for (let tries = 0; !existsSync(inside) || readFileSync(inside).length === 0; tries++) {
        if (tries > 400) throw new Error("the lock was not taken");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return Number(readFileSync(inside, "utf8"));
    })();
    const kill = async () => {
      process.kill(await held, "SIGKILL");
      release();
    };
    return { held, release, kill, ended };
  }

  read(states: States, stack: StackId): Promise<string> {
    return this.tofu(states, stack, ["output", "-raw", "word"]);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private reference(address: string): string {
    return `\${${address}}`;
  }
}

/** The problems that an action ends with; anything else is a failed test. */
export async function problemsOf(action: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await action;
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
  throw new Error("nothing went wrong");
}

export async function codesOf(action: Promise<unknown>): Promise<string[]> {
  return (await problemsOf(action)).map(({ code }) => code);
}
