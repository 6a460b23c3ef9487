/** `npm run provider:update`: makes `provider/schema.json` again from the provider of the kit's toolchain. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "../engine/child";
import { environment } from "../engine/tofu";
import { findToolchain } from "../engine/toolchain/find-toolchain";
import { PROVIDER_SOURCE } from "../engine/toolchain/mirror";
import { setupProgress } from "../engine/toolchain/progress";
import type { Toolchain } from "../engine/toolchain/tool";
import { type JsonObject, stripProse, writeSchema } from "./provider-schema";

const SCHEMA = join(__dirname, "..", "provider", "schema.json");

async function main(): Promise<void> {
  const toolchain = await findToolchain({ watch: setupProgress(process.stderr, "en") });
  const { version } = toolchain.provider;
  const schema = { ...(await askSchema(toolchain)), provider_versions: { [PROVIDER_SOURCE]: version } };
  writeFileSync(SCHEMA, `${writeSchema(stripProse(schema))}\n`);
  console.error(`provider/schema.json is that of version ${version}: review it, then run \`npm run build\``);
}

/** What the provider says of itself, through OpenTofu, in a folder that asks for nothing else. */
async function askSchema({ tofu, provider, cliConfig }: Toolchain): Promise<JsonObject> {
  const cwd = mkdtempSync(join(tmpdir(), "provider-schema-"));
  try {
    const openstack = { source: PROVIDER_SOURCE, version: provider.version };
    writeFileSync(join(cwd, "main.tf.json"), JSON.stringify({ terraform: { required_providers: { openstack } } }));
    const run = async (...args: string[]) => {
      const { code, stdout, stderr } = await runChild(tofu.path, args, {
        cwd,
        env: environment(process.env, cliConfig),
      });
      if (code !== 0) throw new Error(`tofu ${args.join(" ")} ended with ${code}\n${stderr}${stdout}`);
      return stdout;
    };
    await run("init", "-input=false", "-no-color");
    return JSON.parse((await run("providers", "schema", "-json")).toString());
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
