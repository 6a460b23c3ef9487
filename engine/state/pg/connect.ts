import { readFileSync } from "node:fs";
import type { ConnectionOptions } from "node:tls";
import { Client, type ClientConfig, DatabaseError } from "pg";
import { noPassword, placeNotMade, storeRefused, storeUnreachable } from "../../../problems/catalogue/state-store";
import { OperatorError, ToolError } from "../../../problems/problem";
import { type PgPlace, told } from "../place";
import { findPassword } from "./password-file";

/** How long a server may take to answer, in ms. */
const PATIENCE_MS = 10_000;

/**
 * Connects as a role. The password comes from libpq's own places: PGPASSWORD, else the file of PGPASSFILE, else
 * `~/.pgpass` (which must be closed to others); client certificates from PGSSLCERT and PGSSLKEY.
 *
 * @param password - one that was just made, and is in none of these places
 * @throws ToolError `state-store-unreachable`
 * @throws OperatorError `state-store-refused`, `state-password-missing`
 */
export async function connect(place: PgPlace, user: string, password?: string): Promise<Client> {
  const { host, port, database } = place;
  const config: ClientConfig = {
    host,
    port,
    database,
    user,
    password: () => {
      const found = password ?? findPassword({ host, port, database, user }, process.env);
      if (found === undefined) throw new OperatorError([noPassword({ place: told(place), role: user })]);
      return found;
    },
    ssl: tlsOf(place, process.env),
    connectionTimeoutMillis: PATIENCE_MS,
    application_name: "beffroi",
  };
  const client = new Client(config);
  client.on("error", () => undefined); // the query under way, or the next one, tells it
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw asProblem(error, place, user);
  }
}

/** Runs `work` on a connection of its own; what the server refuses is told in our words. */
export async function connected<T>(
  place: PgPlace,
  user: string,
  work: (client: Client) => Promise<T>,
  password?: string,
): Promise<T> {
  const client = await connect(place, user, password);
  try {
    return await work(client);
  } catch (error) {
    throw asProblem(error, place, user);
  } finally {
    await client.end();
  }
}

/** Codes: PostgreSQL's documentation, appendix A. */
export function asProblem(error: unknown, place: PgPlace, role: string): unknown {
  const where = { place: told(place), role };
  if (error instanceof DatabaseError) {
    const { code = "", message } = error;
    if (code.startsWith("28")) return new OperatorError([storeRefused({ ...where, reason: message })]);
    // The database, the schema or the table is not there, or is not this role's.
    if (["3D000", "3F000", "42P01", "42501"].includes(code))
      return new OperatorError([placeNotMade({ ...where, reason: message })]);
    if (code.startsWith("53") || code.startsWith("57"))
      return new ToolError([storeUnreachable({ place: where.place, reason: message })]);
    return error;
  }
  if (error instanceof OperatorError) return error;
  const { code = "", syscall, message = "" } = error as NodeJS.ErrnoException;
  const isNetwork = syscall !== undefined || /timeout|Connection terminated|certificate|SSL/i.test(message);
  return isNetwork || code.startsWith("ERR_TLS")
    ? new ToolError([storeUnreachable({ place: where.place, reason: message || code })])
    : error;
}

function tlsOf({ tls, host }: PgPlace, env: NodeJS.ProcessEnv): ConnectionOptions | false {
  if (tls === "disable") return false;
  const file = (name: string) => (env[name] ? readFileSync(env[name]) : undefined);
  return {
    host,
    ca: file("PGSSLROOTCERT"),
    cert: file("PGSSLCERT"),
    key: file("PGSSLKEY"),
    rejectUnauthorized: true,
    ...(tls === "verify-ca" && { checkServerIdentity: () => undefined }),
  };
}
