import { backupState, isNothing } from "../../../engine/state/backup";
import { restoreState } from "../../../engine/state/restore";
import { type StackId, stackPath } from "../../../engine/state/stack-id";
import type { Copy, Reason } from "../../../engine/state/store/store";
import { badInstant, oneStateOnly } from "../../../problems/catalogue/state-command";
import type { Language, Localised } from "../../../problems/language";
import { EXIT, OperatorError } from "../../../problems/problem";
import type { Context } from "../../command";
import { table } from "../../screens/table";
import { namedStacks, type StateOptions, withStates } from "./open";

const REASONS: Record<Reason, Localised> = {
  apply: { en: "before an apply", fr: "avant une application" },
  asked: { en: "asked for", fr: "demandée" },
  restore: { en: "before a restore", fr: "avant une restauration" },
  rotate: { en: "before a change of key", fr: "avant un changement de clé" },
  unreadable: { en: "damaged, set aside", fr: "abîmé, mis de côté" },
};

/** Copies states as they lie; no key is needed. */
export function backup(context: Context, options: StateOptions): Promise<number> {
  const { json, language, out } = context;
  return withStates(context, options, async ({ states }) => {
    const store = await states.store();
    const made: { state: string; copy: Copy }[] = [];
    for (const stack of namedStacks(context, options)) {
      const copy = await backupState(store, stack, "asked");
      made.push({ state: stackPath(stack), copy });
      if (!json) out.write(`${stackPath(stack)}  ${told(copy, language).join("  ")}\n`);
    }
    if (json)
      out.write(`${JSON.stringify({ copies: made.map(({ state, copy }) => ({ state, ...copy })) }, null, 2)}\n`);
    return EXIT.fine;
  });
}

/** Lists the copies of one state, oldest first. */
export function copies(context: Context, options: StateOptions): Promise<number> {
  const { json, language, out } = context;
  return withStates(context, options, async ({ states }) => {
    const stack = theOne(context, options);
    const all = await (await states.store()).copies(stack);
    if (json) out.write(`${JSON.stringify({ state: stackPath(stack), copies: all }, null, 2)}\n`);
    else if (all.length === 0) out.write(`${stackPath(stack)}  ${{ en: "no copy", fr: "aucune copie" }[language]}\n`);
    else out.write(`${table(all.map((copy) => told(copy, language)))}\n`);
    return EXIT.fine;
  });
}

/** Puts a copy back. */
export function restore(context: Context, options: StateOptions): Promise<number> {
  const { json, language, out, signal } = context;
  return withStates(context, options, async ({ states, work, toolchain }) => {
    const stack = theOne(context, options);
    const at = options.at === undefined ? undefined : instant(options.at);
    const request = { states, stack, toolchain: await toolchain(), work, signal, ...(at && { at }) };
    const { copy, serial } = await restoreState(request);
    if (json) out.write(`${JSON.stringify({ state: stackPath(stack), copy, serial }, null, 2)}\n`);
    else out.write(restored(stack, copy, serial)[language]);
    return EXIT.fine;
  });
}

function restored(stack: StackId, copy: Copy, serial: number): Localised {
  const [state, at] = [stackPath(stack), copy.at.toISOString()];
  return {
    en: `${state}: the copy of ${at} is back, as serial ${serial}; what it replaced is a copy now.
What was made since that copy is not in this state. Before anything else, see what a plan says:
./beffroi plan ${stack.owner}
`,
    fr: `${state} : la copie du ${at} est en place, série ${serial} ; ce qu'elle remplace est devenu une copie.
Ce qui a été créé depuis cette copie n'est pas dans cet état. Avant toute chose, voyez ce que dit un plan :
./beffroi plan ${stack.owner}
`,
  };
}

function told(copy: Copy, language: Language): string[] {
  const nothing = { en: "(no state then)", fr: "(aucun état alors)" }[language];
  return [copy.at.toISOString(), REASONS[copy.why][language], isNothing(copy) ? nothing : copy.sha256.slice(0, 12)];
}

export function theOne(context: Context, options: StateOptions): StackId {
  const [stack, ...more] = namedStacks(context, options);
  if (!stack || more.length > 0) throw new OperatorError([oneStateOnly({})]);
  return stack;
}

function instant(text: string): Date {
  const date = new Date(/\d{2}:\d{2}/.test(text) && !/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? `${text}Z` : text);
  if (Number.isNaN(date.getTime())) throw new OperatorError([badInstant({ received: text })]);
  return date;
}
