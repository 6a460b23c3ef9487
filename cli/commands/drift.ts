import { type Drift, type DriftStep, drift } from "../../engine/drift/drift";
import { readCredentials } from "../../engine/openstack/credentials";
import { stackPath } from "../../engine/state/stack-id";
import { noTownNamed } from "../../problems/catalogue/cli";
import type { Language } from "../../problems/language";
import { EXIT, OperatorError } from "../../problems/problem";
import { communeOf } from "../../schema/communes";
import { findTowns, listTowns } from "../../schema/find-towns";
import { loadConfig } from "../../schema/load";
import type { Context } from "../command";
import { progressOn } from "../progress";
import { driftScreen, isDrifted } from "../screens/drift";
import { withStates } from "./state/open";

export interface DriftOptions {
  /** INSEE codes or names. */
  readonly towns: readonly string[];
  readonly all: boolean;

  /** @default - `.beffroi` in the config folder */
  readonly work?: string;
}

/** `beffroi drift`: what was changed without Beffroi. Exit code 1: something was. */
export async function run(context: Context, { towns, all, work: asked }: DriftOptions): Promise<number> {
  const { config: folder, language, json, out, err, signal } = context;
  if (towns.length === 0 && !all) throw new OperatorError([noTownNamed({})]);
  const known = listTowns(folder);
  const insees = all ? known : findTowns(folder, towns);
  const config = loadConfig(folder, all ? {} : { only: insees });
  return withStates(context, { work: asked, everyTown: all }, async ({ work, states, toolchain: find }) => {
    const toolchain = await find();
    const progress = progressOn(err);
    const onStep = (step: DriftStep) => progress.step(stepText(step, language));
    const credentials = () => readCredentials();
    const request = { config, insees, known, toolchain, work, states, credentials, signal, onStep };
    let found: Drift;
    try {
      found = await drift(request);
    } finally {
      progress.end();
    }
    if (json) out.write(`${JSON.stringify(asJson(found), null, 2)}\n`);
    else out.write(driftScreen(found, context));
    return isDrifted(found) ? EXIT.gateFailed : EXIT.fine;
  });
}

function stepText(step: DriftStep, language: Language): string {
  if (step.step === "plan") return `${communeOf(step.insee)?.name ?? step.insee}: tofu plan -refresh-only`;
  if (step.step === "states") return language === "fr" ? "lecture des états" : "reading the states";
  return language === "fr" ? "inventaire du projet" : "inventory of the project";
}

function asJson(found: Drift) {
  const { unmanaged, unread, ...rest } = found;
  return {
    format: "beffroi/drift/1",
    drift: isDrifted(found),
    ...rest,
    unmanaged: unmanaged.map(({ adoption, ...thing }) => ({ ...thing, ...(adoption && { import: adoption }) })),
    unread: unread.map(stackPath),
  };
}
