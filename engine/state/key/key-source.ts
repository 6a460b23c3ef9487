import { existsSync } from "node:fs";
import type { Localised } from "../../../problems/language";
import type { Place } from "../../../problems/problem";
import { keyFromCommand } from "./key-command";
import { makeKeyFile, ownKeyFile, readKeyFile } from "./key-file";
import type { MasterKey } from "./master-key";
import { keyFromPassphrase } from "./passphrase";

/** Where the master key comes from. */
export type KeySource =
  | { readonly kind: "command"; readonly command: readonly string[]; readonly at: Place }
  | { readonly kind: "passphrase"; readonly salt: string | undefined; readonly variable: string; readonly at: Place }
  | { readonly kind: "file"; readonly file: string; readonly at: Place }
  /** The user's own, made at first use. */
  | { readonly kind: "own"; readonly file: string };

export interface FetchOptions {
  /** Where commands run: the config folder. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;

  /** Told that a key was made. */
  readonly tell: (text: Localised) => void;

  /** Called before a key is made: it may refuse, by throwing. */
  readonly beforeMaking: (file: string) => Promise<void>;
}

export function ownKey(env: NodeJS.ProcessEnv): KeySource {
  return { kind: "own", file: ownKeyFile(env) };
}

/**
 * Fetches the key, once per run: a command may ask a person, a passphrase costs 0.4 s.
 *
 * @throws OperatorError why there is no key
 */
export async function fetchKey(source: KeySource, options: FetchOptions): Promise<MasterKey> {
  const { folder, env, signal, tell, beforeMaking } = options;
  switch (source.kind) {
    case "command":
      return keyFromCommand({ ...source, cwd: folder, env, ...(signal && { signal }) });
    case "passphrase":
      return keyFromPassphrase({ ...source, env });
    case "file":
      return readKeyFile(source.file, source.at);
    case "own": {
      if (existsSync(source.file)) return readKeyFile(source.file);
      await beforeMaking(source.file);
      const key = makeKeyFile(source.file);
      tell(made(source.file));
      return key;
    }
  }
}

function made(file: string): Localised {
  return {
    en: `States are encrypted. Their key was made now: ${file}\nKeep a copy of it elsewhere: without it, nobody can read them any more.`,
    fr: `Les états sont chiffrés. Leur clé vient d'être créée : ${file}\nGardez-en une copie ailleurs : sans elle, plus personne ne pourra les lire.`,
  };
}
