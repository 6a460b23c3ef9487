import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { outFileRefused } from "../../../problems/catalogue/bootstrap-state";
import { OperatorError } from "../../../problems/problem";
import type { PgPlace } from "../place";

/** A password that was just made: shown to nobody, written once. */
export interface Credential {
  readonly role: string;
  readonly password: string;
}

/**
 * Hands credentials over in a new file, in the form of libpq's password file, that only its owner can read. `use` runs
 * once they are safely there; when it fails, the file goes: its passwords were never set.
 *
 * @throws OperatorError `bootstrap-out-refused`: the file exists, or cannot be written
 */
export async function handOver<T>(
  file: string,
  place: PgPlace,
  credentials: readonly Credential[],
  use: () => Promise<T>,
): Promise<T> {
  try {
    const open = openSync(file, "wx", 0o600);
    writeSync(open, credentials.map((credential) => line(place, credential)).join(""));
    fsyncSync(open);
    closeSync(open);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new OperatorError([outFileRefused({ file, reason })]);
  }
  try {
    return await use();
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** Source: PostgreSQL's documentation, "The Password File". */
function line({ host, port, database }: PgPlace, { role, password }: Credential): string {
  const fields = [host.startsWith("/") ? "localhost" : host, String(port), database, role, password];
  return `${fields.map((field) => field.replaceAll(/[:\\]/g, "\\$&")).join(":")}\n`;
}
