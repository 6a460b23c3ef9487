import type { Resolved } from "../blueprint/blueprint";
import { resolve } from "../blueprint/resolve";
import type { Policy } from "../gates/policy";
import type { Config, Located } from "../schema/config";
import type { Facts } from "../schema/files/facts";
import type { Target } from "../schema/files/target";
import { policyOf } from "./policy";

/** What a town's plan is made from and judged by: all of it from the config. */
export interface Subject {
  readonly resolved: Resolved;
  readonly target: Located<Target>;
  readonly facts: Facts;
  readonly policy: Policy;
}

/** @throws OperatorError what the resolution of the config refuses */
export function subjectOf(config: Config, insee: string): Subject {
  const resolved = resolve(config, insee);
  const { name } = resolved.blueprint.target;
  const [target, found] = [config.targets.get(name), config.facts.get(name)?.value];
  if (!target || !found) throw new Error(`target ${name} was resolved and is not there`);
  return { resolved, target, facts: found, policy: policyOf(target.value, found, [resolved.blueprint.range]) };
}
