import { homedir } from "node:os";
import { cloudNotChosen, cloudUnknown, credentialsMissing } from "../../problems/catalogue/openstack-credentials";
import type { Localised } from "../../problems/language";
import { OperatorError } from "../../problems/problem";
import { nearest } from "../../problems/words";
import type { Cloud } from "./cloud";
import { cloudFrom, type Origin } from "./cloud-from-settings";
import { foldersOf, readCloudsFile, type Surroundings } from "./clouds-file";
import { type Settings, settingsOfEnvironment } from "./settings";

/**
 * The cloud that the operator's surroundings describe, as for every OpenStack tool: the entry of clouds.yaml that
 * OS_CLOUD names; else the OS_* variables; else the only entry of clouds.yaml.
 *
 * @throws OperatorError with everything that is missing or wrong, never with a secret
 */
export function readCredentials(around: Partial<Surroundings> = {}): Cloud {
  const { env = process.env, cwd = process.cwd(), home = homedir() } = around;
  const { settings, origin } = chosen({ env, cwd, home });
  return cloudFrom(settings, origin, { env, cwd, home });
}

const VARIABLES: Localised = { en: "the OS_* variables", fr: "les variables OS_*" };

/** What the environment may add to an entry of clouds.yaml: never who asks, else two identities would mix. */
const FILLED_IN = ["password", "application_credential_secret", "region_name", "interface", "cacert"] as const;

function chosen(around: Surroundings): { settings: Settings; origin: Origin } {
  const environment = settingsOfEnvironment(around.env);
  const asked = around.env.OS_CLOUD;
  if (!asked && environment.auth_url) {
    return { settings: environment, origin: { text: VARIABLES, nameOf: (key) => `OS_${key.toUpperCase()}` } };
  }
  const found = readCloudsFile(around);
  const known = [...(found?.clouds.keys() ?? [])];
  if (!found || (!asked && known.length === 0))
    throw new OperatorError([credentialsMissing({ searched: foldersOf(around), ...(asked && { asked }) })]);
  const { file, clouds } = found;
  if (!asked && known.length > 1) throw new OperatorError([cloudNotChosen({ known, file })]);
  const name = asked ?? (known[0] as string);
  const entry = clouds.get(name);
  if (!entry) {
    const suggestion = nearest(name, known);
    throw new OperatorError([cloudUnknown({ received: name, known, file, ...(suggestion && { suggestion }) })]);
  }
  const added = FILLED_IN.flatMap((key) => (environment[key] && !entry[key] ? [[key, environment[key]]] : []));
  return {
    settings: { ...entry, ...Object.fromEntries(added) },
    origin: {
      text: { en: `the cloud ${name} of ${file}`, fr: `le cloud ${name} de ${file}` },
      nameOf: (key) => key,
    },
  };
}
