import { parentPrefix } from "./address";
import { constantOf, referencesOf } from "./expression";
import { type ModuleCall, UNKNOWN } from "./plan";

/**
 * Whether a reference has a value as soon as the plan is made: a variable of the root module, or one that a chain of
 * module calls gives a constant or a variable of the root module.
 *
 * @param prefix - `module.m.` for what stands in that module; empty for the root module.
 */
export function isSettled(modules: ReadonlyMap<string, ModuleCall>, prefix: string, reference: string): boolean {
  if (!reference.startsWith("var.")) return false;
  if (prefix === "") return true;
  const [, name = ""] = reference.split(/[.[]/, 2);
  const given = modules.get(prefix)?.arguments;
  if (given === undefined) return false;
  if (!Object.hasOwn(given, name)) return true; // its default
  const expression = given[name];
  if (constantOf(expression) !== UNKNOWN) return true;
  const references = referencesOf(expression);
  return references.length > 0 && references.every((one) => isSettled(modules, parentPrefix(prefix), one));
}
