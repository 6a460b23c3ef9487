import { cpSync } from "node:fs";
import { join } from "node:path";
import { WorkFolder } from "../../../engine/folders";
import { planTown } from "../../../engine/plan-town";
import { stateSettings } from "../../../engine/state/settings";
import { States } from "../../../engine/state/states";
import { findToolchain } from "../../../engine/toolchain/find-toolchain";
import type { Toolchain } from "../../../engine/toolchain/tool";
import { loadConfig } from "../../../schema/load";
import { exampleConfig, temporaryFolder } from "../../config-folder";

export const AIX = "17004";

/** A config with a plan of Île-d'Aix, made once by the real OpenTofu; every test works on a copy. */
export class Planned {
  private constructor(
    private readonly original: string,
    readonly toolchain: Toolchain,
  ) {}

  static async make(changes: Readonly<Record<string, string | null>> = {}): Promise<Planned> {
    const planned = new Planned(exampleConfig(changes), await findToolchain());
    await planned.plan(planned.original);
    return planned;
  }

  /** Folder of a config of its own, with the plan in it. */
  copy(): string {
    const folder = join(temporaryFolder(), "config");
    cpSync(this.original, folder, { recursive: true, verbatimSymlinks: true });
    return folder;
  }

  async plan(folder: string): Promise<void> {
    const { states, ...opened } = this.open(folder);
    await planTown({ insee: AIX, states, language: "en", ...opened });
    await states.close();
  }

  /** What a command would work with. */
  open(folder: string) {
    const config = loadConfig(folder, { only: [AIX] });
    const work = new WorkFolder(join(folder, ".beffroi"));
    const states = new States(stateSettings(config, work), { tell: () => undefined });
    return { config, work, states, toolchain: this.toolchain };
  }
}

/** A file of the plan that is kept in a config's folder. */
export function keptFile(folder: string, file = ""): string {
  return join(folder, ".beffroi", "plans", AIX, "hosting", file);
}
