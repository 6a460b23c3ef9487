import { inParallel } from "../../engine/fleet";
import { statusOf, type TownStatus } from "../../engine/status/status-town";
import type { Language } from "../../problems/language";
import { EXIT, type Problem } from "../../problems/problem";
import { findTowns, listTowns } from "../../schema/find-towns";
import type { Context } from "../command";
import { statusScreen } from "../screens/status";
import { withTowns } from "../with-towns";

export interface StatusOptions {
  /** INSEE codes or names; none: every town. */
  readonly towns: readonly string[];

  /** @default - `.beffroi` in the config folder */
  readonly work?: string;
}

/** Tells of each town its state, what last changed it, and the plan that waits. No cloud is asked. */
export function run(context: Context, { towns, work }: StatusOptions): Promise<number> {
  const { config: folder, language, json, out, signal } = context;
  const named = () => (towns.length === 0 ? listTowns(folder) : findTowns(folder, towns));
  return withTowns(context, { work, towns: named }, async ({ codes, ...opened }) => {
    const found = await inParallel(codes, (insee) => statusOf({ insee, ...opened, signal }));
    out.write(json ? statusJson(found, language) : statusScreen(found, language));
    return EXIT.fine;
  });
}

/** For machines. */
function statusJson(found: readonly TownStatus[], language: Language): string {
  const told = (problems: readonly Problem[]) => problems.map(({ code, what }) => ({ code, what: what[language] }));
  const towns = found.map(({ insee, name, state, last, kept }) => ({
    insee,
    name,
    state: state ? { ...state, problems: told(state.problems) } : null,
    last: last ?? null,
    kept: kept ? { ...kept, broken: told(kept.broken) } : null,
  }));
  return `${JSON.stringify({ format: "beffroi/status/1", towns }, null, 2)}\n`;
}
