import { type Client, escapeIdentifier } from "pg";
import { notAdministrator, outFileMissing } from "../../../problems/catalogue/bootstrap-state";
import { OperatorError } from "../../../problems/problem";
import { connected } from "../pg/connect";
import { PROBE, READER, schemaOf } from "../pg/names";
import { newPassword, scramVerifier } from "../pg/password";
import { type PgPlace, told } from "../place";
import type { StackId } from "../stack-id";
import { type Credential, HandedFile } from "./handed-file";
import { databaseSql, roleSql, stateSql } from "./pg-sql";

export interface PgBootstrap {
  readonly place: PgPlace;
  readonly stacks: readonly StackId[];

  /** Role of the administrator: it may create roles, and the database if there is none. */
  readonly administrator: string;

  /** File to hand the new passwords over in. @default - none: fails when a password must be made */
  readonly out?: string;

  /** New passwords for the roles that exist, too. @default false */
  readonly renew?: boolean;
}

/** States of one transaction: PostgreSQL holds a lock for each thing that a transaction makes, and has few of them. */
const BATCH = 100;

/** Database that every server has. */
const MAINTENANCE = "postgres";

/**
 * Makes what the states of these stacks need, once; what exists is left as it is. New passwords are in the file before
 * they are set; when it stops on the way, what is made is whole, and the next run makes the rest.
 *
 * @throws OperatorError `bootstrap-out-missing`, `bootstrap-out-refused`, `bootstrap-not-administrator`,
 * `state-store-refused`
 * @throws ToolError `state-store-unreachable`
 */
export async function bootstrapPg(request: PgBootstrap): Promise<readonly Credential[]> {
  try {
    return await makeAll(request);
  } catch (error) {
    const [problem] = error instanceof OperatorError ? error.problems : [];
    if (problem?.code !== "state-place-not-made") throw error;
    const { administrator: role, place } = request;
    throw new OperatorError([notAdministrator({ role, place: told(place), reason: problem.what.en })]);
  }
}

async function makeAll(request: PgBootstrap): Promise<readonly Credential[]> {
  const { place, stacks, administrator, out, renew = false } = request;
  await makeDatabase(place, administrator);
  return connected(place, administrator, async (client) => {
    const all = [...stacks, PROBE];
    const existing = new Set(renew ? [] : await existingRoles(client, [READER, ...all.map(schemaOf)]));
    const drawn = (role: string): Credential[] => (existing.has(role) ? [] : [{ role, password: newPassword() }]);
    const batches = [
      { roles: [READER], stacks: [], credentials: drawn(READER) },
      ...Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => {
        const some = all.slice(index * BATCH, (index + 1) * BATCH);
        return { roles: some.map(schemaOf), stacks: some, credentials: some.map(schemaOf).flatMap(drawn) };
      }),
    ];
    const credentials = batches.flatMap((batch) => batch.credentials);
    if (credentials.length > 0 && !out) throw new OperatorError([outFileMissing({ roles: credentials.length })]);
    const file = credentials.length > 0 && out ? new HandedFile(out, place) : undefined;
    try {
      for (const batch of batches) {
        const set = () => make(client, place.database, batch);
        if (batch.credentials.length > 0) await file?.handOver(batch.credentials, set);
        else await set();
      }
    } finally {
      file?.close();
    }
    return credentials;
  });
}

interface Batch {
  readonly roles: readonly string[];
  readonly stacks: readonly StackId[];
  readonly credentials: readonly Credential[];
}

/** All of a batch, or nothing. */
async function make(client: Client, database: string, { roles, stacks, credentials }: Batch): Promise<void> {
  const verifiers = new Map(credentials.map(({ role, password }) => [role, scramVerifier(password)]));
  await client.query("begin");
  await client.query(databaseSql(database));
  for (const role of roles) await client.query(roleSql(role, database, verifiers.get(role)));
  for (const stack of stacks) await client.query(stateSql(stack));
  await client.query("commit");
}

async function makeDatabase(place: PgPlace, administrator: string): Promise<void> {
  await connected({ ...place, database: MAINTENANCE }, administrator, async (client) => {
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [place.database]);
    if (rows.length === 0)
      await client.query(`create database ${escapeIdentifier(place.database)} template template0 encoding 'UTF8'`);
  });
}

async function existingRoles(client: Client, roles: readonly string[]): Promise<string[]> {
  const { rows } = await client.query("select rolname as name from pg_roles where rolname = any($1)", [roles]);
  return (rows as { name: string }[]).map(({ name }) => name);
}
