import { randomBytes, scrypt } from "node:crypto";
import { readFileSync } from "node:fs";
import { passphraseMissing, passphraseTooShort, saltMissing } from "../../../problems/catalogue/state-keys";
import { OperatorError, type Place } from "../../../problems/problem";
import { KEY_BYTES, MasterKey } from "./master-key";

/**
 * Cost of one guess: 128 MiB and about 0.4 s of a core, once per run. Source: OWASP, Password Storage Cheat Sheet
 * (scrypt, N=2^17, r=8, p=1).
 */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 2 ** 20 };

/** With the cost above, six random words: a sentence of that length takes longer than a life to guess. */
const SHORTEST = 20;

export interface PassphraseOptions {
  readonly salt: string | undefined;

  /** Prefix of the variables that say where it is: `NAME_FILE`, else `NAME` itself. */
  readonly variable: string;
  readonly env: NodeJS.ProcessEnv;

  /** Where the config asks for a passphrase. */
  readonly at: Place;
}

/**
 * Derives the key from a passphrase. The variable that holds it is taken out of `env`, so that no child inherits it.
 *
 * @throws OperatorError `state-passphrase-missing`, `state-passphrase-too-short`, `state-salt-missing`
 */
export async function keyFromPassphrase({ salt, variable, env, at }: PassphraseOptions): Promise<MasterKey> {
  if (!salt) throw new OperatorError([saltMissing({ proposed: randomBytes(16).toString("hex") }, at)]);
  const passphrase = readPassphrase(variable, env, at);
  if ([...passphrase].length < SHORTEST)
    throw new OperatorError([passphraseTooShort({ length: [...passphrase].length, shortest: SHORTEST }, at)]);
  return new MasterKey(await derive(passphrase.normalize("NFC"), Buffer.from(salt, "hex")));
}

function readPassphrase(variable: string, env: NodeJS.ProcessEnv, at: Place): string {
  const file = env[`${variable}_FILE`];
  const direct = env[variable];
  delete env[variable];
  if (!file && !direct) throw new OperatorError([passphraseMissing({ variable }, at)]);
  if (!file) return direct as string;
  try {
    return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new OperatorError([passphraseMissing({ variable, file, reason }, at)]);
  }
}

function derive(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
