import { join } from "node:path";
import { inParallel } from "../../engine/fleet";
import { WorkFolder } from "../../engine/folders";
import { type PlannedTown, planTown, type Step } from "../../engine/plan-town";
import type { PlanReport } from "../../engine/report";
import { stateSettings } from "../../engine/state/settings";
import { States } from "../../engine/state/states";
import { findToolchain } from "../../engine/toolchain/find-toolchain";
import { setupProgress } from "../../engine/toolchain/progress";
import { noTownNamed } from "../../problems/catalogue/cli";
import type { Localised } from "../../problems/language";
import { EXIT, OperatorError } from "../../problems/problem";
import { communeOf } from "../../schema/communes";
import { findTowns, listTowns } from "../../schema/find-towns";
import { loadConfig } from "../../schema/load";
import type { Context } from "../command";
import { progressOn } from "../progress";
import { fleetScreen } from "../screens/fleet";
import { townScreen } from "../screens/town";

export interface PlanOptions {
  /** INSEE codes or names. */
  readonly towns: readonly string[];
  readonly all: boolean;
  readonly strict: boolean;

  /** Tells how long each step took. */
  readonly timings: boolean;

  /** @default - `.beffroi` in the config folder */
  readonly work?: string;
}

const STEPS: Record<Step, Localised> = {
  synthesis: { en: "synthesis", fr: "synthèse" },
  init: { en: "tofu init", fr: "tofu init" },
  plan: { en: "tofu plan", fr: "tofu plan" },
  show: { en: "tofu show", fr: "tofu show" },
  judgement: { en: "gates", fr: "contrôles" },
};

/** Plans towns: the real plan, the verdict of the gates, the monthly cost. */
export async function run(context: Context, { towns, all, strict, timings, work }: PlanOptions): Promise<number> {
  const { config: folder, language, json, out, err, signal } = context;
  if (towns.length === 0 && !all) throw new OperatorError([noTownNamed({})]);
  const codes = all ? listTowns(folder) : findTowns(folder, towns);
  const config = loadConfig(folder, all ? {} : { only: codes });
  const toolchain = await findToolchain({ watch: setupProgress(err, language), signal });
  const kept = new WorkFolder(work ?? join(folder, ".beffroi"));

  const tell = (text: Localised) => err.write(`${text[language]}\n`);
  const states = new States(stateSettings(config, kept), { tell, signal });
  const progress = progressOn(err);
  let done = 0;
  const nameOf = (insee: string) => communeOf(insee)?.name ?? insee;
  let planned: PlannedTown[];
  try {
    planned = await inParallel(codes, async (insee) => {
      const clock = stopwatch();
      const onStep = (step: Step) => {
        clock.start(step);
        progress.step(`${nameOf(insee)}: ${STEPS[step][language]}`);
      };
      const town = await planTown({ config, insee, toolchain, work: kept, states, language, strict, signal, onStep });
      const took = clock.stop().map(([step, ms]) => `${STEPS[step][language]} ${Math.round(ms)} ms`);
      if (timings) progress.done(`${nameOf(insee)}: ${took.join(", ")}`);
      if (codes.length > 1) progress.done(`[${++done}/${codes.length}] ${nameOf(insee)}`);
      return town;
    });
  } finally {
    progress.end();
    await states.close();
  }

  const refused = planned.some(({ report }) => report.stacks.some(({ verdict }) => verdict === "fail"));
  if (json) out.write(`${JSON.stringify(reportOf(planned, refused), null, 2)}\n`);
  else if (planned.length === 1) out.write(townScreen(planned[0] as PlannedTown, { ...context, strict }));
  else out.write(fleetScreen(planned, { ...context, strict }));
  return refused ? EXIT.gateFailed : EXIT.fine;
}

function reportOf(planned: readonly PlannedTown[], refused: boolean): PlanReport {
  const towns = planned.map(({ report }) => report);
  const cents = towns
    .flatMap(({ stacks }) => stacks)
    .reduce((sum, { cost }) => sum + Math.round(cost.monthly * 100), 0);
  return { format: "beffroi/plan/1", verdict: refused ? "fail" : "pass", monthly: cents / 100, towns };
}

/** How long each step of a town takes, in ms. */
function stopwatch() {
  const steps: [Step, number][] = [];
  let since = 0;
  const stop = () => {
    const last = steps.at(-1);
    if (last) last[1] = performance.now() - since;
    return steps;
  };
  const start = (step: Step) => {
    stop();
    since = performance.now();
    steps.push([step, 0]);
  };
  return { start, stop };
}
