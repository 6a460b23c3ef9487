import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  configChanged,
  planFileChanged,
  planOfAnother,
  planRefused,
  policyChanged,
  stackChanged,
  toolChanged,
} from "../../problems/catalogue/apply-seal";
import type { Problem } from "../../problems/problem";
import { ARTEFACT, originDigests } from "../artefact";
import { sha256 } from "../digest";
import { kitVersion } from "../kit";
import type { Subject } from "../subject";
import type { Toolchain } from "../toolchain/tool";
import type { KeptPlan } from "./kept-plan";

export interface Present {
  readonly subject: Subject;
  readonly toolchain: Toolchain;

  /** The bytes of `cdk.tf.json` that a plan of now would be made from. */
  readonly stackJson: string;
}

/**
 * Everything that is no longer as it was when the plan was judged, one problem each; none: the seal holds, and this very
 * plan may be applied.
 */
export function brokenSeals({ insee, stack, folder, seal, verdict }: KeptPlan, present: Present): Problem[] {
  const { subject, toolchain, stackJson } = present;
  const { blueprint } = subject.resolved;
  const who = { town: blueprint.town.name, insee };
  const problems: Problem[] = [];

  const sealed = `${seal.insee}/${seal.stack}`;
  if (sealed !== `${insee}/${stack}`) problems.push(planOfAnother({ ...who, received: sealed }));
  for (const part of ["plan", "planJson", "verdict", "stack"] as const) {
    const file = ARTEFACT[part];
    if (digestOf(join(folder, file)) !== seal.digests[part]) problems.push(planFileChanged({ ...who, file }));
  }
  if (verdict.verdict !== "pass")
    problems.push(planRefused({ ...who, rules: [...new Set(verdict.findings.map(({ rule }) => rule))] }));

  const now = originDigests({ ...subject, prices: subject.target.value.prices, toolchain });
  if (now.blueprint !== seal.digests.blueprint) problems.push(configChanged(who));
  if (now.policy !== seal.digests.policy) problems.push(policyChanged({ ...who, target: blueprint.target.name }));
  const { versions } = seal;
  for (const [key, tool] of [
    ["tofu", "OpenTofu"],
    ["provider", "the OpenStack provider"],
  ] as const)
    if (now[key] !== seal.digests[key])
      problems.push(toolChanged({ ...who, tool, planned: versions[key], present: toolchain[key].version }));
  if (kitVersion() !== versions.beffroi)
    problems.push(toolChanged({ ...who, tool: "Beffroi", planned: versions.beffroi, present: kitVersion() }));

  // The reasons above also make another stack: told alone, when nothing else tells it.
  if (problems.length === 0 && sha256(stackJson) !== seal.digests.stack) problems.push(stackChanged(who));
  return problems;
}

function digestOf(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
