import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "../../toolchain/folders";

/** Who connects to what. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/**
 * The password where libpq and OpenTofu look for it: PGPASSWORD, else the first line that fits in the file of
 * PGPASSFILE (`~/.pgpass`). A file that others can read is passed over, as they do. Undefined: there is none.
 *
 * Source: PostgreSQL's documentation, "The Password File".
 */
export function findPassword(connection: Connection, env: NodeJS.ProcessEnv): string | undefined {
  if (env.PGPASSWORD) return env.PGPASSWORD;
  const text = readClosed(env.PGPASSFILE || join(home(env), ".pgpass"));
  const { host, port, database, user } = connection;
  const wanted = [host.startsWith("/") ? "localhost" : host, String(port), database, user];
  for (const line of text?.split(/\r?\n/) ?? []) {
    if (line.startsWith("#")) continue;
    const fields = [...line.matchAll(/((?:\\.|[^:\\])*)(:|$)/g)].map(([, field = ""]) => field);
    const fits = wanted.every((value, index) => fields[index] === "*" || unescaped(fields[index]) === value);
    if (fits && fields[4]) return unescaped(fields[4]);
  }
  return undefined;
}

function unescaped(field: string | undefined): string | undefined {
  return field?.replaceAll(/\\(.)/g, "$1");
}

function readClosed(file: string): string | undefined {
  try {
    const open = openSync(file, "r");
    try {
      return fstatSync(open).mode & 0o077 ? undefined : readFileSync(open, "utf8");
    } finally {
      closeSync(open);
    }
  } catch {
    return undefined; // absent, or not ours to read: the same to us
  }
}
