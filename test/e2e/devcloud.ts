import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { kitFolder } from "../../engine/kit";
import { OpenStack } from "../../engine/openstack/client";
import { readCredentials } from "../../engine/openstack/credentials";

/** Clouds of the devcloud's clouds.yaml: a member of one project, and who administers everything. */
export type Who = "devcloud" | "devcloud-admin" | "devcloud-tenants";

/** The variables with which any OpenStack tool enters the devcloud, here and nowhere else. */
export function variablesOf(who: Who): NodeJS.ProcessEnv {
  const { DEVCLOUD_HOME, BEFFROI_CACHE, XDG_CACHE_HOME } = process.env;
  const cache = BEFFROI_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "beffroi");
  const file = join(DEVCLOUD_HOME ?? join(cache, "devcloud"), "clouds.yaml");
  return { OS_CLOUD: who, OS_CLIENT_CONFIG_FILE: file };
}

export async function enter(who: Who): Promise<OpenStack> {
  try {
    return await OpenStack.enter(readCredentials({ env: variablesOf(who) }));
  } catch (error) {
    throw new Error("the devcloud does not answer: npm run devcloud start", { cause: error });
  }
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a person would, with these variables beside the usual ones. */
export function beffroi(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  const usual = Object.entries(process.env).filter(([name]) => !name.startsWith("OS_"));
  const child = spawn(process.execPath, ["-r", "./scripts/typescript.cjs", "cli/entry.ts", ...args], {
    cwd: kitFolder(),
    env: { ...Object.fromEntries(usual), LANG: "C", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}
