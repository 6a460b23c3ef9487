import type { Localised } from "../../problems/language";
import { oneOf } from "../../problems/words";
import type { Domain, Login, Named, Scope } from "./cloud";
import { Secret } from "./secret";
import type { Key, Settings } from "./settings";

export interface LoginRead {
  /** Absent when something is missing. */
  readonly value?: Login;

  /** What is missing; of each group one is enough. */
  readonly missing: readonly (readonly Key[])[];

  /** This login opens a project of its own, and Keystone refuses to be told one: an application credential. */
  readonly scopeFree: boolean;
}

const METHODS = ["password", "token", "applicationcredential"] as const;
type Method = (typeof METHODS)[number];

/** How the settings log in: by what `auth_type` says, else by what is there. */
export function loginFrom(settings: Settings, refuse: (key: Key, accepted: Localised) => void): LoginRead {
  const asked = settings.auth_type?.toLowerCase().replace(/^v3/, "").replaceAll("_", "") as Method | undefined;
  if (asked && !METHODS.includes(asked)) {
    refuse("auth_type", oneOf(["password", "token", "v3applicationcredential"]));
    return { missing: [], scopeFree: true };
  }
  return READERS[asked ?? guessed(settings)](settings);
}

function guessed(settings: Settings): Method {
  if (settings.application_credential_id || settings.application_credential_name) return "applicationcredential";
  return settings.token && !settings.password ? "token" : "password";
}

const READERS: Readonly<Record<Method, (settings: Settings) => LoginRead>> = {
  password(settings) {
    const user = userOf(settings);
    const { password } = settings;
    const missing: Key[][] = [...(user ? [] : [USER]), ...(password ? [] : [["password" as const]])];
    return {
      ...(user && password && { value: { method: "password", user, password: new Secret(password) } }),
      missing,
      scopeFree: false,
    };
  },
  token({ token }) {
    return {
      ...(token && { value: { method: "token", token: new Secret(token) } }),
      missing: token ? [] : [["token"]],
      scopeFree: false,
    };
  },
  applicationcredential(settings) {
    const { application_credential_id: id, application_credential_name: name } = settings;
    const secret = settings.application_credential_secret;
    const user = userOf(settings);
    const credential = id ? { id } : name && user ? { name, user } : undefined;
    const missing: Key[][] = secret ? [] : [["application_credential_secret"]];
    if (!id && !name) missing.push(["application_credential_id", "application_credential_name"]);
    else if (!credential) missing.push(USER);
    return {
      ...(credential &&
        secret && { value: { method: "application_credential", credential, secret: new Secret(secret) } }),
      missing,
      scopeFree: true,
    };
  },
};

const USER: Key[] = ["username", "user_id"];

function userOf(settings: Settings): Named | undefined {
  const { user_id: id, username: name } = settings;
  return id ? { id } : name ? { name, domain: domainOf(settings, "user") } : undefined;
}

/** What the login asks to enter. */
export function scopeFrom(settings: Settings): Scope | undefined {
  if (settings.system_scope === "all") return { system: { all: true } };
  const { project_id: id, project_name: name } = settings;
  if (id) return { project: { id } };
  if (name) return { project: { name, domain: domainOf(settings, "project") } };
  if (settings.domain_id) return { domain: { id: settings.domain_id } };
  return settings.domain_name ? { domain: { name: settings.domain_name } } : undefined;
}

/** @default - Keystone's own first domain, whose id is `default`: what every OpenStack tool assumes */
function domainOf(settings: Settings, of: "user" | "project"): Domain {
  const other = of === "user" ? "project" : "user";
  for (const whose of [of, other] as const) {
    const [id, name] = [settings[`${whose}_domain_id`], settings[`${whose}_domain_name`]];
    if (id) return { id };
    if (name) return { name };
  }
  return { id: settings.default_domain ?? "default" };
}
