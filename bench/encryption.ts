import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encryptionBlock } from "../engine/state/encryption";
import { Handover } from "../engine/state/key/handover";
import { MasterKey } from "../engine/state/key/master-key";
import { environment } from "../engine/tofu";
import type { Toolchain } from "../engine/toolchain/tool";
import { compare, type Measure, measure, timeOf } from "./measure";

/** The same stack for OpenTofu alone, as somebody who does not encrypt would write it. */
export function withoutEncryption(json: string): string {
  const stack = JSON.parse(json) as { terraform: { encryption?: object } };
  delete stack.terraform.encryption;
  return JSON.stringify(stack);
}

/** What the encryption of state and plan adds to each command of OpenTofu, with the key derived beforehand. */
export function encryption(toolchain: Toolchain, folder: string, json: string, rounds: number): Measure[] {
  const plain = withoutEncryption(json);
  const stack = JSON.parse(plain) as { terraform: object };
  const block = encryptionBlock({ previous: false });
  const encrypted = JSON.stringify({ ...stack, terraform: { ...stack.terraform, encryption: block } });
  const handover = new Handover(new MasterKey(Buffer.alloc(32, 7)), { owner: "17299", stack: "hosting" });
  const env = environment(process.env, toolchain.cliConfig);
  const inFolder = (name: string, content: string) => {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    writeFileSync(join(cwd, "cdk.tf.json"), content);
    return (args: readonly string[]) =>
      timeOf(toolchain.tofu.path, args, { cwd, env, stdio: ["ignore", "pipe", "pipe", handover.fd] });
  };
  const [one, other] = [inFolder("encrypted", encrypted), inFolder("plain", plain)];
  try {
    return [["init"], ["plan", "-input=false", "-out=plan"], ["show", "-json", "plan"]].map((args) => {
      const [with_ = 0, without = 0] = compare(
        rounds,
        () => one(args),
        () => other(args),
      );
      const detail = `${Math.round(with_ * 1000)} ms / ${Math.round(without * 1000)} ms`;
      return measure(`tofu ${args[0]}, encrypted / plain`, with_ / without, "x", 1.1, detail);
    });
  } finally {
    handover.close();
  }
}
