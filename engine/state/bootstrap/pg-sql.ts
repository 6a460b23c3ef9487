import { escapeIdentifier, escapeLiteral } from "pg";
import { HISTORY, READER, STATES, schemaOf } from "../pg/names";
import type { StackId } from "../stack-id";

/**
 * OpenTofu's own name: advisory locks hold for a whole database, and an id drawn from one sequence is never another
 * state's.
 */
const SEQUENCE = "public.global_states_id_seq";

/** Functions that make large objects: everybody may call them unless told otherwise. */
const LARGE_OBJECTS = ["lo_creat(integer)", "lo_create(oid)", "lo_from_bytea(oid, bytea)"];

/** For the database: everything that everybody may do by default is taken away. Idempotent. */
export function databaseSql(database: string): string {
  const name = escapeIdentifier(database);
  return [
    `revoke all on database ${name} from public`,
    "revoke create on schema public from public",
    `create sequence if not exists ${SEQUENCE} as bigint`,
    // Only a superuser may: a managed database keeps it, and a probe says so.
    ...LARGE_OBJECTS.map(
      (signature) =>
        `do $$ begin revoke execute on function ${signature} from public; exception when insufficient_privilege then null; end $$`,
    ),
  ].join(";\n");
}

/** A role that may log in and nothing more. Idempotent; an existing one keeps its password unless a new one is given. */
export function roleSql(role: string, database: string, verifier: string | undefined): string {
  const name = escapeIdentifier(role);
  const rights = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit";
  return [
    `do $$ begin create role ${name} ${rights}; exception when duplicate_object then null; end $$`,
    ...(verifier ? [`alter role ${name} password ${escapeLiteral(verifier)}`] : []),
    `grant connect on database ${escapeIdentifier(database)} to ${name}`,
  ].join(";\n");
}

/**
 * Schema and tables of a state, owned by the administrator, so that its role can create, alter and drop nothing. It
 * adds to the history and never takes away. Idempotent.
 */
export function stateSql(stack: StackId): string {
  const schema = escapeIdentifier(schemaOf(stack));
  const [states, history] = [`${schema}.${STATES}`, `${schema}.${HISTORY}`];
  const reader = escapeIdentifier(READER);
  return [
    `create schema if not exists ${schema}`,
    `create table if not exists ${states} (
      id bigint not null default nextval('${SEQUENCE}') primary key, name text unique, data text)`,
    `create table if not exists ${history} (
      name text primary key, data text not null, kept_at timestamptz not null default now())`,
    `grant usage on schema ${schema} to ${schema}, ${reader}`,
    `grant select, insert, update, delete on ${states} to ${schema}`,
    `grant select, insert (name, data) on ${history} to ${schema}`,
    `grant select on ${states}, ${history} to ${reader}`,
    `grant usage on sequence ${SEQUENCE} to ${schema}`,
  ].join(";\n");
}
