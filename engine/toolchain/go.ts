import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { Env } from "./folders";
import { onPath } from "./on-path";
import { goMissing, goTooOld } from "./setup-failure";
import { isOlder } from "./version";

export interface Go {
  readonly path: string;

  /** Of this machine; Go may fetch a newer one for the build. */
  readonly version: string;

  /** Whether the build needs Go to fetch a newer Go. */
  readonly mustFetchNewer: boolean;

  /** Environment for every Go command of the build. */
  readonly env: Env;
}

/** The first Go that can fetch a newer one by itself. */
const FIRST_WITH_TOOLCHAINS = "1.21";

/**
 * The machine's Go, if it can build what asks for `wanted`. A Go that is too old is still fine when it may fetch a
 * newer one; who set GOTOOLCHAIN himself is obeyed, but the default of a distribution (Debian ships `local`) is not.
 *
 * @throws SetupFailure
 */
export async function locateGo(wanted: string, env: Env): Promise<Go> {
  const [path] = onPath("go", env);
  if (!path) throw goMissing(wanted);

  const asked = await goEnv(path, env);
  const version = /(\d+\.\d+(\.\d+)?)/.exec(asked.GOVERSION)?.[1] ?? "0";
  const clean = cleanEnv(env);
  if (!isOlder(version, wanted)) return { path, version, mustFetchNewer: false, env: clean };

  const chosen = env.GOTOOLCHAIN ?? (isChosenIn(asked.GOENV) ? asked.GOTOOLCHAIN : "auto");
  if (isOlder(version, FIRST_WITH_TOOLCHAINS) || /^(local|path)$/.test(chosen)) {
    throw goTooOld(wanted, version, path);
  }
  return { path, version, mustFetchNewer: true, env: { ...clean, GOTOOLCHAIN: chosen } };
}

interface GoEnv {
  readonly GOVERSION: string;
  readonly GOENV: string;
  readonly GOTOOLCHAIN: string;
}

async function goEnv(go: string, env: Env): Promise<GoEnv> {
  const run = async (variables: Env) => {
    // From the root folder, so that no go.mod of the operator has a say.
    const { stdout } = await promisify(execFile)(go, ["env", "-json", "GOVERSION", "GOENV", "GOTOOLCHAIN"], {
      env: { ...variables },
      cwd: "/",
    });
    return JSON.parse(stdout) as Partial<GoEnv>;
  };
  try {
    const [asked, itself] = [await run(env), await run({ ...env, GOTOOLCHAIN: "local" })];
    return { GOVERSION: itself.GOVERSION ?? "", GOENV: asked.GOENV ?? "", GOTOOLCHAIN: asked.GOTOOLCHAIN || "auto" };
  } catch {
    return { GOVERSION: "", GOENV: "", GOTOOLCHAIN: "local" };
  }
}

/** Whether the operator wrote GOTOOLCHAIN with `go env -w`. */
function isChosenIn(goenv: string): boolean {
  return existsSync(goenv) && /^GOTOOLCHAIN=/m.test(readFileSync(goenv, "utf8"));
}

/** The operator's environment without what would change the result: another platform, vendoring, a workspace, C. */
function cleanEnv(env: Env): Env {
  const { GOOS: _os, GOARCH: _arch, GOEXPERIMENT: _experiment, ...rest } = env;
  return { ...rest, GOFLAGS: "-mod=readonly -trimpath -buildvcs=false", GOWORK: "off", CGO_ENABLED: "0" };
}
