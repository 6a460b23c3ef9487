import { type Client, escapeIdentifier } from "pg";
import { notAdministrator, outFileMissing } from "../../../problems/catalogue/bootstrap-state";
import { OperatorError } from "../../../problems/problem";
import { connected } from "../pg/connect";
import { PROBE, READER, schemaOf } from "../pg/names";
import { newPassword, scramVerifier } from "../pg/password";
import { type PgPlace, told } from "../place";
import type { StackId } from "../stack-id";
import { type Credential, handOver } from "./handed-file";
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

/** Database that every server has. */
const MAINTENANCE = "postgres";

/**
 * Makes what the states of these stacks need, once; what exists is left as it is. All of it appears or nothing, and
 * the new passwords are in the file before any of them is set.
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
    const roles = [READER, ...all.map(schemaOf)];
    const existing = new Set(renew ? [] : await existingRoles(client, roles));
    const credentials = roles.filter((role) => !existing.has(role)).map((role) => ({ role, password: newPassword() }));
    const make = async () => {
      await client.query("begin");
      await client.query(databaseSql(place.database));
      const verifiers = new Map(credentials.map(({ role, password }) => [role, scramVerifier(password)]));
      for (const role of roles) await client.query(roleSql(role, place.database, verifiers.get(role)));
      for (const stack of all) await client.query(stateSql(stack));
      await client.query("commit");
    };
    if (credentials.length === 0) await make();
    else if (out) await handOver(out, place, credentials, make);
    else throw new OperatorError([outFileMissing({ roles: credentials.length })]);
    return credentials;
  });
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
