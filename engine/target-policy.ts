import type { Policy } from "../gates/policy";
import { unknownTarget } from "../problems/catalogue/config-references";
import { OperatorError } from "../problems/problem";
import { nearest } from "../problems/words";
import { loadConfig } from "../schema/load";
import { policyOf } from "./policy";

/**
 * What a target of a config folder lays down for any plan, whoever made it.
 *
 * @throws OperatorError `unknown-target`, and the problems of the config
 */
export function targetPolicy(folder: string, name: string): Policy {
  const { targets, facts } = loadConfig(folder, { only: [] });
  const [target, found] = [targets.get(name), facts.get(name)];
  if (target && found) return policyOf(target.value, found.value);
  const known = [...targets.keys()].sort();
  const suggestion = nearest(name, known);
  throw new OperatorError([unknownTarget({ received: name, known, ...(suggestion && { suggestion }) })]);
}
