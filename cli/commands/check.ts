import { readFile } from "node:fs/promises";
import { isRefused, judge, type Report } from "../../gates/engine";
import type { Policy } from "../../gates/policy";
import { terminalReport } from "../../gates/reporters/terminal";
import { RULES } from "../../gates/rules";
import { readPlan } from "../../plan/read";
import { planUnreadable } from "../../problems/catalogue/plan";
import { EXIT, OperatorError } from "../../problems/problem";
import type { Context } from "../command";
import { coloursFor } from "../screens/paint";

export interface CheckOptions {
  /** Path of the plan's JSON; `-` is the standard input. */
  readonly file: string;

  /** Refuses warnings and what the plan does not tell, too. */
  readonly strict: boolean;

  /** Target of the config whose rules apply. @default - only what no one may do is refused */
  readonly target?: string;
}

/** Judges any plan of OpenTofu or Terraform. */
export async function run(context: Context, { file, strict, target }: CheckOptions): Promise<number> {
  const { language, json, out } = context;
  const plan = readPlan(await read(file), file === "-" ? "plan" : file);
  const policy = target === undefined ? {} : await policyNamed(context.config, target);
  const today = new Date().toISOString().slice(0, 10);
  const report = judge(plan, { rules: RULES, policy, today });
  const refused = isRefused(report, strict);
  if (json) {
    const { checkReport } = await import("../../engine/check-report");
    out.write(`${JSON.stringify(checkReport(report, refused, language), null, 2)}\n`);
  } else out.write(`${terminalReport(report, { language, strict, colours: coloursFor(out) })}\n`);
  requireWhole(report);
  return refused ? EXIT.gateFailed : EXIT.fine;
}

async function read(file: string): Promise<Buffer> {
  try {
    if (file !== "-") return await readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new OperatorError([planUnreadable({ file, reason: (error as NodeJS.ErrnoException).code ?? "?" })]);
  }
}

/** The config is read only when a target is named: it costs more than the judgement. */
async function policyNamed(folder: string, name: string): Promise<Policy> {
  const { targetPolicy } = await import("../../engine/target-policy");
  return targetPolicy(folder, name);
}

/** A rule that broke says nothing: a verdict without it is worth nothing either. */
function requireWhole({ broken: [broken] }: Report): void {
  if (broken) throw new Error(`rule ${broken.rule.id} broke on ${broken.address}`, { cause: broken.error });
}
