import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { kitFolder } from "../engine/kit";

export interface ConfigFolder {
  readonly path: string;

  /** Nobody named a folder and none was found: it is the kit's own example. */
  readonly example: boolean;
}

/**
 * The config to work on: what was asked for, else `$BEFFROI_CONFIG`, else the nearest folder with a `syndicate.yaml`
 * (or with a `config/syndicate.yaml`) from the current one upwards, else the example that comes with the kit.
 */
export function findConfig(asked: string | undefined, env: NodeJS.ProcessEnv, cwd: string): ConfigFolder {
  const named = asked ?? env.BEFFROI_CONFIG;
  const example = join(kitFolder(), "config");
  if (named) return { path: resolve(cwd, named), example: false };
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const candidate of [folder, join(folder, "config")])
      if (existsSync(join(candidate, "syndicate.yaml"))) return { path: candidate, example: candidate === example };
    if (folder === dirname(folder)) return { path: example, example: true };
  }
}
