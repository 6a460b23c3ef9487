import { type Client, DatabaseError, escapeIdentifier } from "pg";
import { connected } from "../pg/connect";
import { HISTORY, PROBE, STATES, schemaOf } from "../pg/names";
import type { PgPlace } from "../place";
import type { StackId } from "../stack-id";
import { ATTACKS, type Attack } from "./pg-attacks";
import type { Probe } from "./probe";
import { type RaceOptions, raceForLock } from "./race";

export interface PgProbeOptions extends Omit<RaceOptions, "env"> {
  readonly place: PgPlace;

  /** Password of the probe's own role, when it was just made. @default - PGPASSFILE has it */
  readonly password?: string;

  /** States of towns, one of which is attacked. */
  readonly stacks: readonly StackId[];
}

/** PostgreSQL's word for "permission denied", and what it says of a superuser's privilege. */
const DENIED = ["42501", "0LP01"];

/** Attacks on PostgreSQL, with a role made as those of the towns. Whatever an attack changes is rolled back. */
export function pgProbes(options: PgProbeOptions): Probe[] {
  const { place, password, stacks } = options;
  const role = schemaOf(PROBE);
  const as = <T>(work: (client: Client) => Promise<T>) => connected(place, role, work, password);
  const [victim] = stacks;
  const names = {
    own: escapeIdentifier(role),
    role: escapeIdentifier(role),
    other: victim ? escapeIdentifier(schemaOf(victim)) : "beffroi_nobody",
  };
  return [
    {
      title: { en: "eight writers, one lock: one alone gets in", fr: "huit écrivains, un verrou : un seul entre" },
      run: async () => {
        await as((client) => client.query(`delete from ${names.own}.${STATES}`));
        return raceForLock({ ...options, ...(password && { env: { PGPASSWORD: password } }) });
      },
    },
    ...ATTACKS.map(
      (attack): Probe => ({
        title: { en: `refused: ${attack.title.en}`, fr: `refusé : ${attack.title.fr}` },
        run: () => as((client) => attempt(client, attack, names)),
      }),
    ),
    {
      title: {
        en: "no role of a town has a right beyond its own schema",
        fr: "aucun rôle de commune n'a de droit au-delà de son schéma",
      },
      run: () => as(rightsTooMany),
    },
  ];
}

async function attempt(
  client: Client,
  { sql }: Attack,
  names: { own: string; other: string; role: string },
): Promise<string | undefined> {
  await client.query("begin");
  try {
    await client.query(sql(names));
    return `PostgreSQL let it: ${sql(names)}`;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error; // the server is gone: no answer is no refusal
    return DENIED.includes(error.code ?? "") ? undefined : `${error.code} ${error.message}: ${sql(names)}`;
  } finally {
    await client.query("rollback");
  }
}

/** Asks the catalogue about all roles at once: attacking with each of 1,700 would take too long. */
async function rightsTooMany(client: Client): Promise<string | undefined> {
  const ours = "rolname like 'beffroi\\_%\\_%'"; // the reader has one `_` only
  const { rows } = await client.query(`
    select rolname || ' may do more than log in' as found from pg_roles
      where ${ours} and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
    union all select r.rolname || ' is a member of ' || g.rolname
      from pg_auth_members m join pg_roles r on r.oid = m.member join pg_roles g on g.oid = m.roleid where r.${ours}
    union all select rolname || ' may create in schema ' || nspname from pg_roles, pg_namespace
      where ${ours} and nspname !~ '^pg_' and has_schema_privilege(pg_roles.oid, pg_namespace.oid, 'create')
    union all select rolname || ' may enter schema ' || nspname from pg_roles, pg_namespace
      where ${ours} and nspname like 'beffroi\\_%' and nspname <> rolname
        and has_schema_privilege(pg_roles.oid, pg_namespace.oid, 'usage')
    union all select rolname || ' may create in the database' from pg_roles
      where ${ours} and (has_database_privilege(oid, current_database(), 'create')
        or has_database_privilege(oid, current_database(), 'temporary'))
    union all select rolname || ' may change its history' from pg_roles
      join pg_namespace on nspname = rolname join pg_class on relnamespace = pg_namespace.oid and relname = '${HISTORY}'
      where ${ours} and has_table_privilege(pg_roles.oid, pg_class.oid, 'update, delete, truncate')
    limit 10`);
  const found = (rows as { found: string }[]).map((row) => row.found);
  return found.length > 0 ? found.join("; ") : undefined;
}
