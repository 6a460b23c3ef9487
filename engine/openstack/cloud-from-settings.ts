import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  credentialsIncomplete,
  credentialValueWrong,
  insecureRefused,
} from "../../problems/catalogue/openstack-credentials";
import type { Localised } from "../../problems/language";
import { OperatorError, type Problem } from "../../problems/problem";
import { oneOf } from "../../problems/words";
import { type Cloud, INTERFACES, type Interface, keystoneV3 } from "./cloud";
import type { Surroundings } from "./clouds-file";
import { loginFrom, scopeFrom } from "./login-from-settings";
import type { Key, Settings } from "./settings";

/** Where settings were read, for messages. */
export interface Origin {
  readonly text: Localised;

  /** What a key is called there: `OS_USERNAME`, `username`. */
  nameOf(key: Key): string;
}

/**
 * The cloud that these settings describe.
 *
 * @throws OperatorError with all that is missing and all that is wrong
 */
export function cloudFrom(settings: Settings, origin: Origin, around: Surroundings): Cloud {
  const problems: Problem[] = [];
  const refuse = (key: Key, accepted: Localised) =>
    problems.push(
      credentialValueWrong({ origin: origin.text, key: origin.nameOf(key), received: settings[key] ?? "", accepted }),
    );
  const login = loginFrom(settings, refuse);
  const scope = login.scopeFree ? undefined : scopeFrom(settings);
  const missing: (readonly Key[])[] = [...(settings.auth_url ? [] : [["auth_url" as const]]), ...login.missing];
  if (!scope && !login.scopeFree) missing.push(["project_name", "project_id"]);
  if (missing.length > 0) {
    const named = missing.map((keys) => keys.map((key) => origin.nameOf(key)).join(" / "));
    problems.push(credentialsIncomplete({ origin: origin.text, missing: named }));
  }
  const authUrl = settings.auth_url && addressOf(settings.auth_url);
  if (authUrl === undefined) refuse("auth_url", EXAMPLES.authUrl);
  const face = (settings.interface ?? "public").replace(/URL$/, "") as Interface;
  if (!INTERFACES.includes(face)) refuse("interface", oneOf(INTERFACES));
  const ca = settings.cacert && pemOf(settings.cacert, around);
  if (ca === undefined && settings.cacert) refuse("cacert", EXAMPLES.cacert);
  const unchecked = uncheckedBy(settings);
  if (unchecked && around.env.BEFFROI_INSECURE !== "yes")
    problems.push(insecureRefused({ origin: origin.text, key: origin.nameOf(unchecked) }));
  if (problems.length > 0 || !authUrl || !login.value) throw new OperatorError(problems);
  return {
    origin: origin.text,
    authUrl,
    login: login.value,
    ...(scope && { scope }),
    ...(settings.region_name && { region: settings.region_name }),
    interface: face,
    ...(ca && { ca }),
    insecure: unchecked !== undefined,
  };
}

const EXAMPLES = {
  authUrl: {
    en: "An address such as https://keystone.example:5000/v3.",
    fr: "Une adresse telle que https://keystone.example:5000/v3.",
  },
  cacert: { en: "A file of certificates, in PEM.", fr: "Un fichier de certificats, au format PEM." },
} satisfies Record<string, Localised>;

function addressOf(text: string): string | undefined {
  try {
    return keystoneV3(text);
  } catch {
    return undefined;
  }
}

function pemOf(path: string, { cwd, home }: Surroundings): string | undefined {
  const file = path.startsWith("~/") ? join(home, path.slice(2)) : resolve(cwd, path);
  try {
    const pem = readFileSync(file, "utf8");
    return pem.includes("-----BEGIN CERTIFICATE-----") ? pem : undefined;
  } catch {
    return undefined;
  }
}

/** The setting that turns the check of certificates off. */
function uncheckedBy({ verify, insecure }: Settings): Key | undefined {
  if (verify && /^(false|no|off|0)$/i.test(verify)) return "verify";
  if (insecure && !/^(false|no|off|0)$/i.test(insecure)) return "insecure";
  return undefined;
}
