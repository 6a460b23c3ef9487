import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { WorkFolder } from "../../engine/folders";
import { planTown } from "../../engine/plan-town";
import { stateSettings } from "../../engine/state/settings";
import { States } from "../../engine/state/states";
import { findToolchain } from "../../engine/toolchain/find-toolchain";
import type { Toolchain } from "../../engine/toolchain/tool";
import { listTowns } from "../../schema/find-towns";
import { loadConfig } from "../../schema/load";
import { KIT, temporaryFolder } from "../config-folder";
import { inventoryOf } from "./inventory";

const CONFIG = join(KIT, "config");

/** Shown when a plan differs: writes the plans again, to be reviewed once more. */
const COMMAND = "UPDATE_PLANS=1 npx jest test/plans";
const UPDATE = process.env.UPDATE_PLANS === "1";

describe("the plan of each example town, made by the real OpenTofu", () => {
  const config = loadConfig(CONFIG);
  let toolchain: Toolchain;
  beforeAll(async () => {
    toolchain = await findToolchain();
  });

  it.each(listTowns(CONFIG))(
    "%s is the reviewed one",
    async (insee) => {
      const work = new WorkFolder(temporaryFolder());
      const states = new States(stateSettings(config, work), { tell: () => {} });
      const { plan, report } = await planTown({ config, insee, toolchain, work, states, language: "en" });
      await states.close();
      expect(report.stacks.map(({ verdict }) => verdict)).toEqual(["pass"]);
      const file = join(__dirname, "reviewed", `${insee}.txt`);
      const found = inventoryOf(plan);
      if (UPDATE) writeFileSync(file, found);
      const reviewed = existsSync(file) ? readFileSync(file, "utf8") : "";
      expect({ update: COMMAND, plan: found }).toEqual({ update: COMMAND, plan: reviewed });
    },
    60_000,
  );
});
