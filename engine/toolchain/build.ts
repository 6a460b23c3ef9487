import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Go } from "./go";
import { goWantedBy, type Pin } from "./pins";
import type { Watcher } from "./progress";
import { type Ended, runWatched } from "./run-watched";
import { goBuildFailed, goTooOld, type SetupFailure } from "./setup-failure";

export interface BuildOptions {
  readonly go: Go;
  readonly pinsFile: string;

  /** A folder of this build alone: Go's own half-made things go there too. */
  readonly folder: string;
  readonly watch: Watcher;
  readonly signal?: AbortSignal | undefined;
}

/** On a terminal the clock has to be seen running, milliseconds. */
const TICK = 1_000;

/**
 * Builds the tool from its Go module, with exactly the versions of its go.sum. Go keeps what it compiled, so a build
 * that was interrupted goes on where it stopped.
 *
 * @returns path of the program, inside the given folder
 * @throws SetupFailure
 */
export async function build(pin: Pin, { go, pinsFile, folder, watch, signal }: BuildOptions): Promise<string> {
  const goTmp = join(folder, "go");
  mkdirSync(goTmp, { recursive: true });
  const run = (args: string[], onLine: (line: string) => void) =>
    runWatched(go.path, args, {
      cwd: join(dirname(pinsFile), pin.build.module),
      env: { ...go.env, GOTMPDIR: goTmp },
      onLine,
      signal,
    });

  const began = Date.now();
  let tell: (seconds: number) => void = () => undefined;
  const ticker = setInterval(() => tell((Date.now() - began) / 1000), TICK);
  try {
    let modules = 0;
    tell = (seconds) => watch({ step: "modules", tool: pin, done: modules, seconds });
    const listed = await run(["list", "-deps", "-f", "{{.ImportPath}}", pin.build.package], (line) => {
      if (line.startsWith("go: downloading ")) modules += 1;
    });
    if (listed.code !== 0) throw failure(pin, go, pinsFile, listed);

    const packages = new Set(listed.stdout.split("\n").filter(Boolean));
    let compiled = 0;
    tell = (seconds) => watch({ step: "compiling", tool: pin, done: compiled, total: packages.size, seconds });
    const program = join(folder, pin.file);
    const built = await run(
      ["build", "-v", "-ldflags", pin.build.ldflags, "-o", program, pin.build.package],
      (line) => {
        if (packages.has(line)) compiled += 1;
      },
    );
    if (built.code !== 0) throw failure(pin, go, pinsFile, built);
    return program;
  } finally {
    clearInterval(ticker);
  }
}

function failure(pin: Pin, go: Go, pinsFile: string, { stderr }: Ended): SetupFailure {
  const couldNotFetch = go.mustFetchNewer && /download go\d|toolchain not available/.test(stderr);
  if (couldNotFetch) return goTooOld(goWantedBy(pin, pinsFile), go.version, go.path);
  const said = stderr.split("\n").filter((line) => line.includes(" ")); // without a space: the name of a package
  return goBuildFailed(`${pin.title} ${pin.version}`, said.slice(-8).join("\n"));
}
