import { planBinary, planErrored, planFormatUnknown, planIsState, planMalformed } from "../problems/catalogue/plan";
import { OperatorError, type Problem } from "../problems/problem";
import { readChange } from "./change";
import { readConfiguration } from "./configuration";
import { withUnknowns } from "./merge";
import { inspect, parsePlanText } from "./parse";
import type { Change, Output, Plan } from "./plan";
import { isList, isRecord, type Shapeless } from "./shape";

/**
 * Reads a plan of OpenTofu or Terraform, as `show -json` prints it (format 1.x).
 *
 * @param input - the text or bytes, or the parsed JSON.
 * @param file - its name in messages. @default "plan"
 * @throws OperatorError when it is anything else, or when two readers could read it differently.
 */
export function readPlan(input: string | Uint8Array | object, file = "plan"): Plan {
  const isText = typeof input === "string" || input instanceof Uint8Array;
  const root = isText ? parsePlanText(input, file) : input;
  if (!isText) inspect(root, file);
  if (!isRecord(root)) throw refused(planMalformed({ file, where: "", expected: { en: "an object", fr: "un objet" } }));
  requirePlan(root, file);

  const configuration = readConfiguration(root.configuration);
  const changes = itemsToJudge(root, file).map(([where, item]) => readChange(item, where, file, configuration));
  return {
    formatVersion: String(root.format_version),
    toolVersion: String(root.terraform_version ?? ""),
    changes: changes.sort(byAddress),
    outputs: readOutputs(root.output_changes),
    providers: configuration.providers,
    modules: configuration.modules,
    configured: new Map([...configuration.resources].map(([address, { written }]) => [address, written])),
    leftAside: readLeftAside(root.prior_state, changes),
  };
}

function requirePlan(root: Shapeless, file: string): void {
  if ("encrypted_data" in root) throw refused(planBinary({ file }));
  const isPlan = "resource_changes" in root || "planned_values" in root;
  if (!isPlan && ("values" in root || "lineage" in root)) throw refused(planIsState({ file }));
  const version = root.format_version;
  if (typeof version !== "string")
    throw refused(
      planMalformed({
        file,
        where: "format_version",
        expected: { en: 'a text such as "1.2"', fr: 'un texte comme "1.2"' },
      }),
    );
  if (!/^1\.\d+$/.test(version)) throw refused(planFormatUnknown({ file, received: version }));
  if (!isPlan)
    throw refused(planMalformed({ file, where: "planned_values", expected: { en: "there", fr: "présent" } }));
  if (root.errored === true) throw refused(planErrored({ file }));
}

/** Changes, and those that Terraform defers to a next plan: what is deferred is judged too. */
function itemsToJudge(root: Shapeless, file: string): [where: string, item: unknown][] {
  const { resource_changes: changes = [], deferred_changes: deferred = [] } = root;
  if (!isList(changes) || !isList(deferred))
    throw refused(planMalformed({ file, where: "resource_changes", expected: { en: "a list", fr: "une liste" } }));
  return [
    ...changes.map((item, index): [string, unknown] => [`resource_changes.${index}`, item]),
    ...deferred.map((item, index): [string, unknown] => [
      `deferred_changes.${index}.resource_change`,
      isRecord(item) ? item.resource_change : item,
    ]),
  ];
}

function readOutputs(changes: unknown): Record<string, Output> {
  const outputs: Record<string, Output> = {};
  for (const [name, change] of Object.entries(isRecord(changes) ? changes : {})) {
    if (!isRecord(change) || (isList(change.actions) && change.actions.includes("delete"))) continue;
    outputs[name] = {
      sensitive: change.after_sensitive === true,
      value: withUnknowns(change.after, change.after_unknown),
    };
  }
  return outputs;
}

/** A narrowed plan leaves no other trace than resources of the prior state that no change speaks of. */
function readLeftAside(priorState: unknown, changes: readonly Change[]): string[] {
  const spoken = new Set<string>();
  for (const { address, previousAddress } of changes) {
    spoken.add(address);
    if (previousAddress) spoken.add(previousAddress);
  }
  const left = new Set<string>();
  const walk = (module: unknown): void => {
    if (!isRecord(module)) return;
    for (const resource of isList(module.resources) ? module.resources : [])
      if (isRecord(resource) && resource.mode === "managed" && typeof resource.address === "string")
        if (!spoken.has(resource.address)) left.add(resource.address);
    for (const child of isList(module.child_modules) ? module.child_modules : []) walk(child);
  };
  if (isRecord(priorState) && isRecord(priorState.values)) walk(priorState.values.root_module);
  return [...left].sort();
}

function byAddress(left: Change, right: Change): number {
  if (left.address !== right.address) return left.address < right.address ? -1 : 1;
  return (left.deposed ?? "") < (right.deposed ?? "") ? -1 : 1;
}

function refused(problem: Problem): OperatorError {
  return new OperatorError([problem]);
}
