import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "cdktf/package.json";
import type { Blueprint } from "../blueprint/blueprint";
import { hostingStackName } from "./hosting";
import { synthesise } from "./synthesise";

/**
 * Writes every stack where CDKTF's own CLI looks for them: `stacks/<stack>/cdk.tf.json`, and a `manifest.json` that lists
 * them, last. The bytes of a stack are those that `beffroi plan` gives to OpenTofu.
 *
 * @param outdir made when it is missing
 * @returns the names of the stacks
 * @throws OperatorError what the constructs refuse
 */
export function writeApp(outdir: string, blueprints: Iterable<Blueprint>): string[] {
  const names: string[] = [];
  for (const blueprint of blueprints) {
    const name = hostingStackName(blueprint);
    const { json } = synthesise(blueprint);
    mkdirSync(join(outdir, "stacks", name), { recursive: true });
    writeFileSync(join(outdir, "stacks", name, "cdk.tf.json"), json);
    names.push(name);
  }
  const stacks = Object.fromEntries(names.map((name) => [name, entry(name)]));
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, "manifest.json"), `${JSON.stringify({ version, stacks }, null, 2)}\n`);
  return names;
}

/** What CDKTF's `Manifest` says of a stack that depends on no other. */
function entry(name: string) {
  const workingDirectory = `stacks/${name}`;
  return {
    name,
    constructPath: name,
    workingDirectory,
    synthesizedStackPath: `${workingDirectory}/cdk.tf.json`,
    stackMetadataPath: `${workingDirectory}/metadata.json`,
    annotations: [],
    dependencies: [],
  };
}
