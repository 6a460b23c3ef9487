import { existsSync } from "node:fs";
import { join } from "node:path";
import { applyTown } from "../../engine/apply/apply-town";
import type { Outcome } from "../../engine/apply/carry-out";
import { type Prepared, prepareTown } from "../../engine/apply/prepare";
import { inParallel } from "../../engine/fleet";
import type { WorkFolder } from "../../engine/folders";
import { STACK } from "../../engine/plan-town";
import { nobodyToAsk, notConfirmed } from "../../problems/catalogue/apply";
import { nothingKept } from "../../problems/catalogue/apply-seal";
import { noTownNamed } from "../../problems/catalogue/cli";
import type { Localised } from "../../problems/language";
import { OperatorError, type Problem, ToolError } from "../../problems/problem";
import { findTowns, listTowns } from "../../schema/find-towns";
import { ask, canAsk } from "../ask";
import type { Context } from "../command";
import { changeProgress } from "../progress";
import { countsText } from "../screens/counts";
import { tellOutcomes } from "../screens/outcome";
import { withTowns } from "../with-towns";

export interface ApplyOptions {
  /** INSEE codes or names. */
  readonly towns: readonly string[];

  /** Every town that has a kept plan. */
  readonly all: boolean;

  /** Nobody is asked: somebody has approved before. */
  readonly yes: boolean;

  /** @default - `.beffroi` in the config folder */
  readonly work?: string;
}

/** Tells what Ctrl-C does: a second one would not hurry it. */
export const STOPPING: Localised = {
  en: "Stopping: OpenTofu writes down what it has done. Let it.",
  fr: "Arrêt demandé : OpenTofu note ce qu'il a fait. Laissez-le finir.",
};

/** Applies kept plans, and nothing else: those that were judged, whose seal holds. */
export function run(context: Context, { towns, all, yes, work }: ApplyOptions): Promise<number> {
  const { config: folder, language, err, signal } = context;
  if (towns.length === 0 && !all) throw new OperatorError([noTownNamed({})]);
  const named = (kept: WorkFolder) => (all ? withPlan(folder, kept) : findTowns(folder, towns));
  return withTowns(context, { work, towns: named }, async ({ codes, ...opened }) => {
    const prepared = await prepareAll(codes, (insee) => prepareTown({ insee, ...opened }), folder);
    if (!yes) await confirm(prepared, context, `./beffroi apply ${all ? "--all" : codes.join(" ")} --yes`);
    const progress = changeProgress(err);
    const onStopping = once(() => progress.note(STOPPING[language]));
    try {
      const outcomes = await inParallel(prepared, (one) => {
        const onProgress = progress.of(prepared.length > 1 ? `${one.town} ` : "");
        return applyTown({ prepared: one, ...opened, signal, onProgress, onStopping });
      });
      progress.end();
      tellOutcomes(outcomes, context);
      return exitCode(outcomes, signal);
    } finally {
      progress.end();
    }
  });
}

/** The worst of the outcomes: 3 before 2 before 0; 130 when Ctrl-C left something unfinished. */
export function exitCode(outcomes: readonly Outcome[], signal: AbortSignal): number {
  const worst = Math.max(...outcomes.map((outcome) => outcome.exitCode));
  return worst > 0 && signal.aborted ? 130 : worst;
}

/** Towns of the config that have a kept plan. */
function withPlan(folder: string, work: WorkFolder): string[] {
  const codes = listTowns(folder).filter((insee) => existsSync(work.planOf(insee, STACK)));
  if (codes.length === 0) throw new OperatorError([nothingKept({ folder: join(work.root, "plans") })]);
  return codes;
}

/** All that is wrong with all of the plans is told in one run, and nothing starts. */
async function prepareAll(
  codes: readonly string[],
  prepare: (insee: string) => Promise<Prepared>,
  folder: string,
): Promise<Prepared[]> {
  const problems: Problem[] = [];
  const prepared: Prepared[] = [];
  for (const insee of codes)
    try {
      prepared.push(await prepare(insee));
    } catch (error) {
      if (!(error instanceof OperatorError) || error instanceof ToolError) throw error;
      problems.push(...error.problems);
    }
  if (problems.length > 0) throw new OperatorError(problems, folder);
  return prepared;
}

async function confirm(prepared: readonly Prepared[], { language, err, signal }: Context, command: string) {
  if (!canAsk()) throw new OperatorError([nobodyToAsk({ command })]);
  const fr = language === "fr";
  for (const { town, kept } of prepared) {
    const { insee, verdict } = kept;
    err.write(`${town} (${insee})${fr ? " :" : ":"} ${countsText(verdict.changes, language)}\n`);
    const question = fr ? `Pour appliquer ce plan, tapez ${insee} : ` : `To apply this plan, type ${insee}: `;
    const received = await ask(question, signal);
    if (received !== insee) throw new OperatorError([notConfirmed({ town, insee, received })]);
  }
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
