/** What OpenStack tools may be told, by the name that clouds.yaml gives it; in the environment: `OS_` and capitals. */
export const KEYS = [
  "auth_url",
  "auth_type",
  "username",
  "user_id",
  "user_domain_name",
  "user_domain_id",
  "password",
  "token",
  "application_credential_id",
  "application_credential_name",
  "application_credential_secret",
  "project_name",
  "project_id",
  "project_domain_name",
  "project_domain_id",
  "domain_name",
  "domain_id",
  "default_domain",
  "system_scope",
  "region_name",
  "interface",
  "cacert",
  "verify",
  "insecure",
] as const;
export type Key = (typeof KEYS)[number];

/** Settings as written: text, none of it empty. */
export type Settings = Readonly<Partial<Record<Key, string>>>;

/** Older names that are still in many files. */
const ALIASES: Readonly<Record<string, Key>> = {
  tenant_name: "project_name",
  tenant_id: "project_id",
  auth_token: "token",
  endpoint_type: "interface",
  default_domain_id: "default_domain",
  userid: "user_id",
};

/** The settings among `pairs`; a name of today wins over its older one. */
export function settingsFrom(pairs: Iterable<readonly [string, string | undefined]>): Settings {
  const settings: Partial<Record<Key, string>> = {};
  const older: Partial<Record<Key, string>> = {};
  for (const [name, value] of pairs) {
    if (!value) continue;
    if ((KEYS as readonly string[]).includes(name)) settings[name as Key] = value;
    else if (ALIASES[name]) older[ALIASES[name]] = value;
  }
  return { ...older, ...settings };
}

/** The settings of the `OS_*` variables. */
export function settingsOfEnvironment(env: NodeJS.ProcessEnv): Settings {
  return settingsFrom(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith("OS_") ? [[name.slice("OS_".length).toLowerCase(), value] as const] : [],
    ),
  );
}
