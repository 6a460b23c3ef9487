import { join } from "node:path";
import { WorkFolder } from "../../../engine/folders";
import { stateSettings } from "../../../engine/state/settings";
import { parseStackPath, type StackId } from "../../../engine/state/stack-id";
import { States } from "../../../engine/state/states";
import { findToolchain } from "../../../engine/toolchain/find-toolchain";
import { setupProgress } from "../../../engine/toolchain/progress";
import type { Toolchain } from "../../../engine/toolchain/tool";
import { noTownNamed } from "../../../problems/catalogue/cli";
import { OperatorError } from "../../../problems/problem";
import type { Config } from "../../../schema/config";
import { findTowns, listTowns } from "../../../schema/find-towns";
import { loadConfig } from "../../../schema/load";
import type { Context } from "../../command";

/** What every verb of `beffroi state` may be given. */
export interface StateOptions {
  /** Words after the verb. */
  readonly words: readonly string[];
  readonly all: boolean;
  readonly stack: string;

  /** @default - `.beffroi` in the config folder */
  readonly work?: string;

  /** An instant, as people write it. */
  readonly at?: string;
}

export interface Opened {
  readonly config: Config;
  readonly work: WorkFolder;
  readonly states: States;

  /** The real OpenTofu, looked for when a verb needs it. */
  readonly toolchain: () => Promise<Toolchain>;
}

/** Opens the states of the config, lets `use` work on them, and closes them. */
export async function withStates<T>(
  { config: folder, language, err, signal }: Context,
  { work: asked, everyTown = false }: { readonly work?: string | undefined; readonly everyTown?: boolean },
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const config = loadConfig(folder, { only: [] });
  const work = new WorkFolder(asked ?? join(folder, ".beffroi"));
  const tell = (text: { en: string; fr: string }) => err.write(`${text[language]}\n`);
  const states = new States(stateSettings(config, work), { tell, signal, everyTown });
  try {
    const toolchain = () => findToolchain({ watch: setupProgress(err, language), signal });
    return await use({ config, work, states, toolchain });
  } finally {
    await states.close();
  }
}

/**
 * The states that somebody named: towns of the config by code or name, or any state by its path (`17299/hosting`), so
 * that a state whose town has left can be named too.
 *
 * @throws OperatorError no town was named, or one is unknown
 */
export function namedStacks({ config: folder }: Context, { words, all, stack }: StateOptions): StackId[] {
  if (all) return listTowns(folder).map((owner) => ({ owner, stack }));
  if (words.length === 0) throw new OperatorError([noTownNamed({})]);
  return words.flatMap(
    (word) => parseStackPath(word) ?? findTowns(folder, [word]).map((owner): StackId => ({ owner, stack })),
  );
}

/** Codes of the towns and names of the targets of the config: who may have a state. */
export function knownOwners({ folder, targets }: Config): Set<string> {
  return new Set([...listTowns(folder), ...targets.keys()]);
}
