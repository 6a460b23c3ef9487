import { unknownVerb } from "../../problems/catalogue/state-command";
import { OperatorError } from "../../problems/problem";
import { nearest } from "../../problems/words";
import type { Context } from "../command";
import { backup, copies, restore } from "./state/copies";
import { newKey, rotate, showKeyId } from "./state/keys";
import { list } from "./state/list";
import type { StateOptions } from "./state/open";
import { aside, tofu, unlock } from "./state/repair";

type Verb = (context: Context, options: StateOptions) => Promise<number>;

/** What can be done to states, in the order of need. */
const VERBS: Readonly<Record<string, Verb>> = {
  list: (context, options) => list(context, options, false),
  orphans: (context, options) => list(context, options, true),
  backup,
  copies,
  restore,
  unlock,
  tofu,
  "set-aside": aside,
  "show-key-id": showKeyId,
  "new-key": newKey,
  "rotate-key": rotate,
};

/** `beffroi state <verb>`: looks at states, copies them, puts them back, changes their key. */
export function run(context: Context, verb: string, options: StateOptions): Promise<number> {
  const action = VERBS[verb];
  if (action) return action(context, options);
  const accepted = Object.keys(VERBS);
  const suggestion = nearest(verb, accepted);
  throw new OperatorError([unknownVerb({ received: verb, accepted, ...(suggestion && { suggestion }) })]);
}
