/**
 * Bindings, then `dist/`: the JavaScript that the CLI runs, with the files that lie beside the sources.
 *
 * Runs at install (`prepare`). What is up to date is left alone; what is rebuilt is replaced in one rename, so that a
 * command running meanwhile reads either the old build or the new one. Types are not checked here: `npm run types`.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { communesVersion, writeCommunes } from "./communes.mjs";
import { replaceFolder } from "./replace.mjs";
import { root, sources } from "./sources.mjs";

/** A failure whose reason is said in full: no stack. */
class BuildFailure extends Error {}

const require = createRequire(import.meta.url);
const dist = join(root, "dist");
const stampFile = join(dist, ".stamp");

try {
  if (isInstalled("typescript")) main();
  else if (existsSync(stampFile))
    console.error("beffroi: no development dependencies here, the existing build is kept");
  else throw new BuildFailure("building needs the development dependencies: run `npm ci` without --omit=dev");
} catch (error) {
  if (!(error instanceof BuildFailure)) throw error;
  console.error(`beffroi: ${error.message}`);
  process.exitCode = 1;
}

function main() {
  run([join(root, "provider", "build.mjs")]);
  const files = sources();
  const wanted = stamp(files);
  if (isCurrent(wanted) && !process.argv.includes("--force")) return;
  const started = performance.now();
  build(files, wanted);
  console.error(`beffroi: ${files.length} files into dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function build(files, wanted) {
  const fresh = join(root, `.dist-${process.pid}`); // beside `dist`, not deeper: source maps hold relative paths
  try {
    run([typescript(), "-p", join(root, "tsconfig.build.json"), "--noCheck", "--outDir", fresh]);
    for (const file of files.filter((one) => !one.endsWith(".ts"))) {
      const target = join(fresh, file);
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(root, file), target);
    }
    writeCommunes(join(fresh, "data", "communes"));
    bundle(join(fresh, "cli", "entry.js"));
    writeFileSync(join(fresh, ".stamp"), wanted);
    replaceFolder(fresh, dist, () => isCurrent(wanted));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * The command line becomes one file, in place: reading a thousand modules one by one takes longer than a plan. Names are
 * kept, so that a stack still tells where it comes from. Who imports the kit as a library gets the modules.
 */
function bundle(entry) {
  require("esbuild").buildSync({
    entryPoints: [entry],
    outfile: entry,
    allowOverwrite: true,
    bundle: true,
    platform: "node",
    target: "node20",
    external: ["pg-native"], // an optional part of pg that nobody installs
    sourcemap: true,
    logLevel: "error",
  });
}

function isCurrent(wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted;
}

/** Everything that the content of `dist/` depends on. */
function stamp(files) {
  const hash = createHash("sha256").update(
    `typescript@${require("typescript/package.json").version}\n${communesVersion}\n`,
  );
  const scripts = ["build", "communes", "sources"].map((name) => `scripts/${name}.mjs`);
  const bundled = ["package-lock.json", "provider/schema.json", "provider/generate.mjs", "provider/build.mjs"];
  for (const file of ["tsconfig.json", "tsconfig.build.json", ...scripts, ...bundled, ...files]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function isInstalled(name) {
  try {
    return require.resolve(`${name}/package.json`) !== "";
  } catch {
    return false;
  }
}

function typescript() {
  return join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
}

/** Runs a Node program, whose output goes to the standard error. */
function run([program, ...args]) {
  const { status, error } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: ["ignore", 2, 2] });
  if (error) throw error;
  if (status !== 0) throw new BuildFailure(`${relative(root, program)} failed`);
}
