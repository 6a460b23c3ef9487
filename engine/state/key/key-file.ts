import { closeSync, fstatSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keyExposed, keyFileNotMade, keyFileUnreadable, keyMalformed } from "../../../problems/catalogue/state-keys";
import { OperatorError, type Place } from "../../../problems/problem";
import { home } from "../../toolchain/folders";
import { type MasterKey, newKeyText, parseKeyText } from "./master-key";

/** Rights of anybody but the owner. */
const OTHERS = 0o077;

const NOTE = `# Key of the OpenTofu states that Beffroi keeps on this machine.
# Keep a copy of this file elsewhere: without it, nobody can read these states any more.
# Clé des états OpenTofu que Beffroi garde sur cette machine.
# Gardez une copie de ce fichier ailleurs : sans elle, plus personne ne peut lire ces états.
`;

/** The key that local states have when the config names none: `$XDG_CONFIG_HOME/beffroi/state.key`. */
export function ownKeyFile(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CONFIG_HOME || join(home(env), ".config"), "beffroi", "state.key");
}

/**
 * Reads a key that only its owner can read.
 *
 * @throws OperatorError `state-key-file-unreadable`, `state-key-exposed`, `state-key-malformed`
 */
export function readKeyFile(file: string, at?: Place): MasterKey {
  const { text, mode } = readWithMode(file, at);
  if (mode & OTHERS) throw new OperatorError([keyExposed({ file, mode: (mode & 0o777).toString(8) }, at)]);
  const key = parseKeyText(text);
  if (!key) throw new OperatorError([keyMalformed({ source: file }, at)]);
  return key;
}

function readWithMode(file: string, at?: Place): { text: string; mode: number } {
  try {
    const open = openSync(file, "r");
    try {
      return { text: readFileSync(open, "utf8"), mode: fstatSync(open).mode };
    } finally {
      closeSync(open);
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new OperatorError([keyFileUnreadable({ file, reason }, at)]);
  }
}

/**
 * Makes the file with a new key, unless another run has just made it: it appears whole, and is never replaced.
 *
 * @throws OperatorError `state-key-file-not-made`
 */
export function makeKeyFile(file: string): MasterKey {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${NOTE}${newKeyText()}\n`, { flag: "wx", mode: 0o600 });
    linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new OperatorError([keyFileNotMade({ file, reason: code ?? String(error) })]);
  } finally {
    rmSync(draft, { force: true });
  }
  return readKeyFile(file);
}
