import { homedir } from "node:os";
import { resolve } from "node:path";
import type { Config } from "../../schema/config";
import { matchCloud } from "../discover/match-cloud";
import type { StackId } from "../state/stack-id";
import type { Cloud } from "./cloud";
import { type CloudsFile, foldersOf, readCloudsFile, type Surroundings } from "./clouds-file";
import { readCredentials } from "./credentials";

/** The credentials of one stack. */
export interface StackCredentials {
  /** The caller's environment with these credentials and no others, for OpenTofu and its provider. */
  readonly env: NodeJS.ProcessEnv;

  /** The same, for our own client. */
  readonly cloud: Cloud;
}

export interface CredentialsRequest extends StackId {
  readonly config: Pick<Config, "targets" | "folder">;

  /** Name of the target that the stack stands on. */
  readonly target: string;
}

/** The secrets that an entry of clouds.yaml may leave to the environment, each beside who asks with it. */
const LEFT_OUT = {
  OS_PASSWORD: { key: "password", beside: ["username", "user_id"] },
  OS_APPLICATION_CREDENTIAL_SECRET: {
    key: "application_credential_secret",
    beside: ["application_credential_id", "application_credential_name"],
  },
} as const;

/** Names of the entries of clouds.yaml that are for a stack, most precise first. */
export function entriesFor({ target, stack, owner }: Omit<CredentialsRequest, "config">): string[] {
  return [`${target}-${stack}-${owner}`, `${target}-${owner}`, `${target}-${stack}`, target];
}

/**
 * The credentials of a stack, so that stealing one does not open the others: the entry of clouds.yaml that is named most
 * precisely after it; else those that the caller's OS_* variables give, as to every OpenStack tool; else none.
 *
 * @throws OperatorError what is wrong with them; `target-other-cloud`
 */
export function stackCredentials(
  request: CredentialsRequest,
  surroundings: Partial<Surroundings> = {},
): StackCredentials | undefined {
  const around = { env: process.env, cwd: process.cwd(), home: homedir(), ...surroundings };
  const found = readCloudsFile(around);
  const name = found && entriesFor(request).find((entry) => found.clouds.has(entry));
  if (!name && !around.env.OS_CLOUD && !around.env.OS_AUTH_URL) return undefined;
  const env = name ? only(name, found, around.env) : pinned(found, around.env);
  const cloud = readCredentials({ ...around, env });
  const target = request.config.targets.get(request.target);
  if (target) matchCloud(request.target, target, cloud, request.config.folder);
  return { env, cloud };
}

/** Where the entries of a target and its stacks are looked for: for messages. */
export function searchedFor(surroundings: Partial<Surroundings> = {}): string[] {
  const around = { env: process.env, cwd: process.cwd(), home: homedir(), ...surroundings };
  return around.env.OS_CLIENT_CONFIG_FILE ? [around.env.OS_CLIENT_CONFIG_FILE] : foldersOf(around);
}

/** Nothing of another identity stays: the provider would mix them. */
function only(name: string, { file, clouds }: CloudsFile, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entry = clouds.get(name) ?? {};
  const kept = Object.entries(env).filter(([variable]) => {
    if (!variable.startsWith("OS_") || variable.startsWith("OS_CLIENT_")) return true;
    const secret = LEFT_OUT[variable as keyof typeof LEFT_OUT];
    return secret && !entry[secret.key] && secret.beside.some((key) => entry[key]);
  });
  return { ...Object.fromEntries(kept), OS_CLOUD: name, OS_CLIENT_CONFIG_FILE: resolve(file) };
}

/** OpenTofu runs in a folder of its own: a file of the current folder is named. */
function pinned(found: CloudsFile | undefined, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env.OS_CLOUD && found ? { ...env, OS_CLIENT_CONFIG_FILE: resolve(found.file) } : env;
}
