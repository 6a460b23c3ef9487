import { planActionUnknown, planMalformed } from "../problems/catalogue/plan";
import type { Localised } from "../problems/language";
import { OperatorError } from "../problems/problem";
import { modulePrefix, withoutKeys } from "./address";
import type { Configuration } from "./configuration";
import { mergeAttributes } from "./merge";
import { markedPaths } from "./paths";
import type { Action, Attributes, Change } from "./plan";
import { isSettled } from "./settled";
import { isList, isRecord, type Shapeless } from "./shape";

const ACTIONS: ReadonlySet<unknown> = new Set<Action>(["no-op", "create", "read", "update", "delete", "forget"]);

const TEXT: Localised = { en: "a text", fr: "un texte" };
const LIST: Localised = { en: "a list", fr: "une liste" };
const OBJECT: Localised = { en: "an object", fr: "un objet" };

/**
 * Reads one item of `resource_changes`.
 *
 * @param where - where it stands in the plan, for messages: `resource_changes.3`.
 * @throws OperatorError when it has not the shape that OpenTofu writes.
 */
export function readChange(item: unknown, where: string, file: string, configuration: Configuration): Change {
  const malformed = (name: string, expected: Localised) =>
    new OperatorError([planMalformed({ file, where: `${where}${name}`, expected })]);
  if (!isRecord(item)) throw malformed("", OBJECT);
  const { address, type, change } = item;
  if (typeof address !== "string") throw malformed(".address", TEXT);
  if (typeof type !== "string") throw malformed(".type", TEXT);
  if (!isRecord(change)) throw malformed(".change", OBJECT);
  if (!isList(change.actions) || change.actions.length === 0) throw malformed(".change.actions", LIST);
  const received = change.actions.find((action) => !ACTIONS.has(action));
  if (received !== undefined)
    throw new OperatorError([planActionUnknown({ file, address, received: String(received) })]);

  const configAddress = withoutKeys(address);
  const configured = configuration.resources.get(configAddress);
  const prefix = modulePrefix(configAddress);
  return {
    address,
    configAddress,
    type,
    mode: item.mode === "data" ? "data" : "managed",
    actions: change.actions as readonly Action[],
    sensitive: sensitivePaths(change),
    replacePaths: isList(change.replace_paths) ? change.replace_paths.map(dotted) : [],
    ...(typeof item.previous_address === "string" && { previousAddress: item.previous_address }),
    ...(typeof item.deposed === "string" && { deposed: item.deposed }),
    ...(typeof item.action_reason === "string" && { reason: item.action_reason }),
    ...(isRecord(change.before) && { before: change.before }),
    ...afterOf(change, {
      type,
      written: configured?.written,
      isSettled: (one) => isSettled(configuration.modules, prefix, one),
    }),
    ...configured,
  };
}

function afterOf(change: Shapeless, origin: Parameters<typeof mergeAttributes>[2]): { after?: Attributes } {
  const { after, after_unknown: unknown } = change;
  if (isRecord(after)) return { after: isRecord(unknown) ? mergeAttributes(after, unknown, origin) : after };
  return {};
}

function sensitivePaths({ before_sensitive: before, after_sensitive: after }: Shapeless): string[] {
  const paths = markedPaths(after);
  if (before === false || before === undefined) return paths;
  return [...new Set([...paths, ...markedPaths(before)])];
}

function dotted(path: unknown): string {
  return isList(path) ? path.join(".") : String(path);
}
