import { listStates } from "../../../engine/state/inventory";
import { newKeyText } from "../../../engine/state/key/master-key";
import { rotateKey } from "../../../engine/state/rotate";
import { stackPath } from "../../../engine/state/stack-id";
import type { Localised } from "../../../problems/language";
import { EXIT } from "../../../problems/problem";
import type { Context } from "../../command";
import { knownOwners, namedStacks, type StateOptions, withStates } from "./open";

/** Draws a new key, and prints it alone: to be piped into what keeps it. */
export async function newKey({ out, err, language }: Context): Promise<number> {
  const advice: Localised = {
    en: "This key opens every state: keep it where your secrets are, and a copy elsewhere.",
    fr: "Cette clé ouvre tous les états : gardez-la là où sont vos secrets, et une copie ailleurs.",
  };
  out.write(`${newKeyText()}\n`);
  err.write(`${advice[language]}\n`);
  return EXIT.fine;
}

/** Which key the config gives, and how many states need it, the previous one, or another. */
export function showKeyId(context: Context, { work }: StateOptions): Promise<number> {
  const { json, language, out } = context;
  return withStates(context, { work, everyTown: true }, async ({ config, states }) => {
    const { now, before } = await states.keys();
    const listed = await listStates(await states.store(), knownOwners(config));
    const counts: Record<string, number> = {};
    for (const { key = "-" } of listed) counts[key] = (counts[key] ?? 0) + 1;
    if (json) {
      out.write(
        `${JSON.stringify({ key: now.id, ...(before && { previousKey: before.id }), states: counts }, null, 2)}\n`,
      );
      return EXIT.fine;
    }
    const role = (id: string) => (id === now.id ? "key" : id === before?.id ? "previousKey" : "?");
    const ids = new Set([now.id, ...(before ? [before.id] : []), ...Object.keys(counts)]);
    const needs = language === "fr" ? "état(s)" : "state(s)";
    for (const id of ids) out.write(`${id}  ${role(id).padEnd(11)}  ${counts[id] ?? 0} ${needs}\n`);
    return EXIT.fine;
  });
}

const OUTCOMES: Record<Awaited<ReturnType<typeof rotateKey>>, Localised> = {
  rotated: { en: "re-encrypted", fr: "rechiffré" },
  already: { en: "has this key already", fr: "a déjà cette clé" },
  none: { en: "no state", fr: "aucun état" },
};

/** Re-encrypts states with the key of today; what was done is told one by one, so that a run can be taken up again. */
export function rotate(context: Context, options: StateOptions): Promise<number> {
  const { json, language, out, signal } = context;
  return withStates(context, options, async ({ states, work, toolchain }) => {
    const tools = await toolchain();
    const { now } = await states.keys();
    const done: Record<string, string> = {};
    for (const stack of namedStacks(context, options)) {
      const outcome = await rotateKey({ states, stack, toolchain: tools, work, signal });
      done[stackPath(stack)] = outcome;
      if (!json) out.write(`${stackPath(stack)}  ${OUTCOMES[outcome][language]}\n`);
    }
    if (json) out.write(`${JSON.stringify({ key: now.id, states: done }, null, 2)}\n`);
    return EXIT.fine;
  });
}
