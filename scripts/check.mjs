/**
 * `npm run check`: everything that must hold before a change is proposed. All steps run, so that one run tells all.
 * `npm run check -- --static` leaves the tests out.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { root } from "./sources.mjs";

const steps = [
  { name: "build", run: () => npm("build") },
  { name: "format", run: () => bin("biome", "check", "--linter-enabled=false", ".") },
  { name: "lint", run: () => npm("lint") },
  { name: "types", run: () => npm("types") },
  { name: "generated files", run: generatedFilesAreCurrent },
];
if (!process.argv.includes("--static")) {
  steps.push({ name: "tests", run: () => npm("test") }, { name: "tests on cdktf 0.21", run: () => npm("test:compat") });
}

const failed = [];
for (const { name, run } of steps) {
  const started = performance.now();
  const ok = run();
  if (!ok) failed.push(name);
  console.error(`${ok ? "ok  " : "FAIL"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(", ")}`);
  process.exitCode = 1;
}

/**
 * Makes the generated files again: they must come out as they were. What differs stays written, ready to be reviewed.
 * Only what the generation itself changes counts, so work in progress elsewhere is no failure.
 */
function generatedFilesAreCurrent() {
  const before = digests();
  if (!npm("generate")) return false;
  const after = digests();
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  for (const file of stale) console.error(`${file} was out of date: it is now generated again, review and commit it`);
  return stale.length === 0;
}

/** Digest of each file that git keeps or would keep. */
function digests() {
  const git = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { status, stdout } = spawnSync("git", git, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error("the check of generated files needs git, in a clone of the repository");
  const files = stdout.split("\0").filter((file) => lstatSync(join(root, file), { throwIfNoEntry: false })?.isFile());
  return new Map(
    files.map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest("hex"),
    ]),
  );
}

function npm(script) {
  return ran("npm", ["run", "--silent", script]);
}

function bin(name, ...args) {
  return ran(join(root, "node_modules", ".bin", name), args);
}

function ran(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (error) throw error;
  return status === 0;
}
