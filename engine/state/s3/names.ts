import { parseStackPath, type StackId, stackPath } from "../stack-id";

const [STATES, HISTORY, SUFFIX] = ["states/", "history/", ".tfstate"];

/** Object of the probes of `beffroi bootstrap state`: no town's. */
export const PROBE: StackId = { owner: "probe", stack: "lock" };

/** Key of the object that holds a state: `states/17299/hosting.tfstate`. */
export function objectOf(stack: StackId): string {
  return `${STATES}${stackPath(stack)}${SUFFIX}`;
}

export const STATES_PREFIX = STATES;

/** The other way round; undefined for a lock file, or any other object. */
export function stackOfObject(key: string): StackId | undefined {
  if (!key.startsWith(STATES) || !key.endsWith(SUFFIX)) return undefined;
  return parseStackPath(key.slice(STATES.length, -SUFFIX.length));
}

/** Keys of the copies of a state start with it. */
export function historyOf(stack: StackId): string {
  return `${HISTORY}${stackPath(stack)}/`;
}
