import { join } from "node:path";
import { WorkFolder } from "../engine/folders";
import { stateSettings } from "../engine/state/settings";
import { States } from "../engine/state/states";
import { findToolchain } from "../engine/toolchain/find-toolchain";
import { setupProgress } from "../engine/toolchain/progress";
import type { Toolchain } from "../engine/toolchain/tool";
import type { Localised } from "../problems/language";
import type { Config } from "../schema/config";
import { loadConfig } from "../schema/load";
import type { Context } from "./command";

export interface WithTowns {
  readonly config: Config;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly states: States;

  /** INSEE codes. */
  readonly codes: readonly string[];
}

/** Opens what a command needs that works on towns, lets `use` work, and closes the states. */
export async function withTowns<T>(
  { config: folder, language, err, signal }: Context,
  { work: asked, towns }: { readonly work?: string | undefined; towns(work: WorkFolder): readonly string[] },
  use: (opened: WithTowns) => Promise<T>,
): Promise<T> {
  const work = new WorkFolder(asked ?? join(folder, ".beffroi"));
  const codes = towns(work);
  const config = loadConfig(folder, { only: codes });
  const toolchain = await findToolchain({ watch: setupProgress(err, language), signal });
  const tell = (text: Localised) => err.write(`${text[language]}\n`);
  const states = new States(stateSettings(config, work), { tell, signal });
  try {
    return await use({ config, toolchain, work, states, codes });
  } finally {
    await states.close();
  }
}
