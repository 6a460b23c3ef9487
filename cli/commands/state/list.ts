import { type ListedState, listStates } from "../../../engine/state/inventory";
import { told } from "../../../engine/state/place";
import { stackPath } from "../../../engine/state/stack-id";
import type { Language } from "../../../problems/language";
import { EXIT } from "../../../problems/problem";
import { communeOf } from "../../../schema/communes";
import type { Context } from "../../command";
import { table } from "../../screens/table";
import { knownOwners, type StateOptions, withStates } from "./open";

const WORDS = {
  en: { head: ["state", "town", "serial", "key", "bytes", ""], none: "no state", orphan: "not in the config" },
  fr: {
    head: ["état", "commune", "série", "clé", "octets", ""],
    none: "aucun état",
    orphan: "absent de la configuration",
  },
} as const;

/** Every state of the place, with the key that it needs; `orphansOnly`: those of no town of the config. */
export function list(context: Context, { work }: StateOptions, orphansOnly: boolean): Promise<number> {
  const { json, language, out } = context;
  return withStates(context, { work, everyTown: true }, async ({ config, states }) => {
    const all = await listStates(await states.store(), knownOwners(config));
    const listed = orphansOnly ? all.filter(({ orphan }) => orphan) : all;
    const place = told(states.settings.place);
    if (json) out.write(`${JSON.stringify({ place, states: listed }, null, 2)}\n`);
    else out.write(screen(place, listed, language));
    return orphansOnly && listed.length > 0 ? EXIT.gateFailed : EXIT.fine;
  });
}

function screen(place: string, listed: readonly ListedState[], language: Language): string {
  const words = WORDS[language];
  if (listed.length === 0) return `${place}${language === "fr" ? " : " : ": "}${words.none}\n`;
  const rows = listed.map((state) => [
    stackPath(state),
    communeOf(state.owner)?.name ?? "",
    String(state.serial ?? "?"),
    state.key ?? "-",
    String(state.size),
    [state.problem, state.orphan ? words.orphan : undefined].filter(Boolean).join(", "),
  ]);
  return `${place}\n\n${table([[...words.head], ...rows], [2, 4])}\n`;
}
