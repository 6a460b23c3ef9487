/** Writes the state `$STACK` of the config `$CONFIG` with one word in it, as an apply would; run as a program. */
import { join } from "node:path";
import { WorkFolder } from "../../../engine/folders";
import { stateSettings } from "../../../engine/state/settings";
import { parseStackPath, type StackId } from "../../../engine/state/stack-id";
import { States } from "../../../engine/state/states";
import { Workbench } from "../../../engine/state/workbench";
import { findToolchain } from "../../../engine/toolchain/find-toolchain";
import { loadConfig } from "../../../schema/load";

async function main({ CONFIG = "", STACK = "", WORD = "" }: NodeJS.ProcessEnv): Promise<void> {
  const work = new WorkFolder(join(CONFIG, ".beffroi"));
  const settings = stateSettings(loadConfig(CONFIG, { only: [] }), work);
  const states = new States(settings, { tell: () => {} });
  const state = await states.of(parseStackPath(STACK) as StackId);
  const outputs = { word: { value: WORD, type: "string" } };
  const content = { version: 4, terraform_version: "1.12.6", serial: 0, lineage: STACK, outputs, resources: [] };
  await Workbench.with({ toolchain: await findToolchain(), work, place: settings.place, state }, (bench) =>
    bench.push(Buffer.from(JSON.stringify(content)), { force: false }),
  );
  state.close();
  await states.close();
}

main(process.env).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
