import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { resolve } from "../../blueprint/resolve";
import { WorkFolder } from "../../engine/folders";
import { initialise } from "../../engine/initialise";
import { stateSettings } from "../../engine/state/settings";
import { States } from "../../engine/state/states";
import { Tofu } from "../../engine/tofu";
import { findToolchain } from "../../engine/toolchain/find-toolchain";
import { loadConfig } from "../../schema/load";
import { synthesise } from "../../stacks/synthesise";
import { exampleConfig, temporaryFolder } from "../config-folder";
import { beffroi } from "./devcloud";
import type { OwnProject } from "./own-project";

/** The example config, its target being the devcloud as the user of this project sees it. */
export async function configOf({ admin, variables }: OwnProject): Promise<string> {
  const folder = exampleConfig({ "facts/dc-aunis.yaml": null });
  const file = join(folder, "targets/dc-aunis.yaml");
  const target = parseDocument(readFileSync(file, "utf8"));
  target.setIn(["authUrl"], admin.cloud.authUrl);
  writeFileSync(file, target.toString());
  const { code, err } = await beffroi(["discover", "dc-aunis", "--config", folder], variables);
  if (code !== 0) throw new Error(err);
  return folder;
}

/** Runs the real OpenTofu on a town's stack and state, with the credentials of the environment. */
export async function tofuOn(folder: string, insee: string, command: "apply" | "destroy"): Promise<void> {
  const config = loadConfig(folder, { only: [insee] });
  const work = new WorkFolder(join(folder, ".beffroi"));
  const states = new States(stateSettings(config, work), { tell: () => {} });
  const state = await states.of({ owner: insee, stack: "hosting" });
  try {
    const cwd = temporaryFolder();
    const json = state.into(synthesise(resolve(config, insee).blueprint).json);
    writeFileSync(join(cwd, "cdk.tf.json"), json);
    const options = { toolchain: await findToolchain(), cwd, state: state.access };
    await initialise(options, json);
    const args = ["-auto-approve", "-input=false", "-no-color", "-json", ...state.access.args];
    await new Tofu(options).run(command, args);
  } finally {
    state.close();
    await states.close();
  }
}
