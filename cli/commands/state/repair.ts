import { backupState } from "../../../engine/state/backup";
import { told } from "../../../engine/state/place";
import { setAside } from "../../../engine/state/set-aside";
import { stackPath } from "../../../engine/state/stack-id";
import { Workbench } from "../../../engine/state/workbench";
import { noState } from "../../../problems/catalogue/state";
import { notAStateCommand, unlockNeedsId } from "../../../problems/catalogue/state-command";
import type { Localised } from "../../../problems/language";
import { EXIT, OperatorError } from "../../../problems/problem";
import type { Context } from "../../command";
import { theOne } from "./copies";
import { knownOwners, type StateOptions, withStates } from "./open";

/** Takes away the lock of a run that died. */
export function unlock(context: Context, options: StateOptions): Promise<number> {
  const { language, out, signal } = context;
  const [name, id] = options.words;
  if (!name || !id) throw new OperatorError([unlockNeedsId({})]);
  return withStates(context, options, async ({ states, work, toolchain }) => {
    const stack = theOne(context, { ...options, words: [name] });
    const state = await states.of(stack, { emptied: true });
    try {
      const { place } = states.settings;
      const tools = await toolchain();
      await Workbench.with({ toolchain: tools, work, place, state, signal }, (bench) => bench.unlock(id));
    } finally {
      state.close();
    }
    const done: Localised = { en: "unlocked", fr: "déverrouillé" };
    out.write(`${stackPath(stack)}  ${done[language]}\n`);
    return EXIT.fine;
  });
}

/** Takes away a state that no key opens, or that belongs to nobody; a copy stays. */
export function aside(context: Context, options: StateOptions): Promise<number> {
  const { language, out } = context;
  return withStates(context, options, async ({ config, states }) => {
    const stack = theOne(context, options);
    const copy = await setAside(states, stack, knownOwners(config));
    const done: Localised = {
      en: `set aside; its copy is that of ${copy.at.toISOString()}. The next plan of it makes everything anew: import first what exists.`,
      fr: `mis de côté ; sa copie est celle du ${copy.at.toISOString()}. Son prochain plan recrée tout : importez d'abord ce qui existe.`,
    };
    out.write(`${stackPath(stack)}  ${done[language]}\n`);
    return EXIT.fine;
  });
}

/** Commands of `tofu state` that need neither a provider nor the stack's own code. */
const SAFE = ["list", "mv", "pull", "replace-provider", "rm"];

/** Those that change nothing. */
const READERS = ["list", "pull"];

/** Runs `tofu state ...` on one state; a copy of it is kept before it is changed. */
export function tofu(context: Context, options: StateOptions): Promise<number> {
  const { out, signal } = context;
  const [name, command = "", ...args] = options.words;
  if (!SAFE.includes(command)) throw new OperatorError([notAStateCommand({ received: command, accepted: SAFE })]);
  return withStates(context, options, async ({ states, work, toolchain }) => {
    const stack = theOne(context, { ...options, words: name ? [name] : [] });
    const store = await states.store();
    const { place } = states.settings;
    if (!(await store.read(stack))) throw new OperatorError([noState({ state: stackPath(stack), place: told(place) })]);
    if (!READERS.includes(command)) await backupState(store, stack, "asked");
    const state = await states.of(stack);
    try {
      const tools = await toolchain();
      const said = await Workbench.with({ toolchain: tools, work, place, state, signal }, (bench) =>
        bench.command(command, args),
      );
      out.write(said);
    } finally {
      state.close();
    }
    return EXIT.fine;
  });
}
