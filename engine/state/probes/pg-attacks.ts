import type { Localised } from "../../../problems/language";

/** What a stolen credential of a town would try. Each must be refused by PostgreSQL itself. */
export interface Attack {
  readonly title: Localised;

  /** `own` and `other`: quoted names of the schema of the credential, and of another one; `role`: its quoted role. */
  sql(names: { own: string; other: string; role: string }): string;
}

const attack = (en: string, fr: string, sql: Attack["sql"]): Attack => ({ title: { en, fr }, sql });

export const ATTACKS: readonly Attack[] = [
  attack("reading another state", "lire un autre état", ({ other }) => `select data from ${other}.states`),
  attack("writing another state", "écrire un autre état", ({ other }) => `update ${other}.states set data = data`),
  attack("reading another history", "lire un autre historique", ({ other }) => `select data from ${other}.history`),
  attack("rewriting its own history", "réécrire son historique", ({ own }) => `update ${own}.history set data = ''`),
  attack("erasing its own history", "effacer son historique", ({ own }) => `delete from ${own}.history`),
  attack(
    "dating its own history",
    "dater son historique",
    ({ own }) => `insert into ${own}.history (name, data, kept_at) values ('probe', '', now())`,
  ),
  attack("emptying its own history", "vider son historique", ({ own }) => `truncate ${own}.history`),
  attack("emptying its table", "vider sa table", ({ own }) => `truncate ${own}.states`),
  attack("dropping its table", "supprimer sa table", ({ own }) => `drop table ${own}.states`),
  attack("changing its table", "modifier sa table", ({ own }) => `alter table ${own}.states add more text`),
  attack("dropping its schema", "supprimer son schéma", ({ own }) => `drop schema ${own} cascade`),
  attack("making a table in its schema", "créer une table dans son schéma", ({ own }) => `create table ${own}.x ()`),
  attack(
    "making a view in its schema",
    "créer une vue dans son schéma",
    ({ own }) => `create view ${own}.x as select 1`,
  ),
  attack(
    "making a function in its schema",
    "créer une fonction dans son schéma",
    ({ own }) => `create function ${own}.x() returns int language sql as 'select 1'`,
  ),
  attack("making a table for all", "créer une table pour tous", () => "create table public.beffroi_probe ()"),
  attack("making a temporary table", "créer une table temporaire", () => "create temporary table x ()"),
  attack("making a large object", "créer un grand objet", () => "select lo_create(0)"),
  attack("making a schema", "créer un schéma", () => "create schema beffroi_intruder"),
  attack("making a role", "créer un rôle", () => "create role beffroi_intruder"),
  attack("making an extension", "créer une extension", () => "create extension file_fdw"),
  attack("rising above its rights", "s'élever au-dessus de ses droits", ({ role }) => `alter role ${role} superuser`),
  attack("reading passwords", "lire les mots de passe", () => "select rolpassword from pg_authid"),
  attack("reading the server's files", "lire les fichiers du serveur", () => "select pg_read_file('PG_VERSION')"),
  attack("running programs", "lancer des programmes", ({ own }) => `copy ${own}.states from program 'true'`),
  attack(
    "winding back the ids of locks",
    "rembobiner les numéros de verrou",
    () => "select setval('public.global_states_id_seq', 1)",
  ),
];
