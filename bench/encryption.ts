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

/** What the encryption of state and plan adds to OpenTofu, with the key derived beforehand. */
export function encryption(toolchain: Toolchain, folder: string, json: string, rounds: number): Measure {
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
  const all = (run: (args: readonly string[]) => number) => () =>
    run(["init"]) + run(["plan", "-input=false", "-out=plan"]) + run(["show", "-json", "plan"]);
  try {
    const [coded = 0, clear = 0] = compare(rounds, all(one), all(other));
    const detail = `${Math.round(coded * 1000)} ms / ${Math.round(clear * 1000)} ms`;
    return measure("tofu init, plan, show: encrypted / plain", coded / clear, "x", 1.1, detail);
  } finally {
    handover.close();
  }
}
