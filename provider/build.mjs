/**
 * Generates the bindings of `schema.json` and compiles them into `lib/`, unless they are already those of this schema.
 *
 * Run at install. Two runs at once are safe: each works in its own folder, and the last one renames over the other.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { replaceFolder } from "../scripts/replace.mjs";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const lib = join(here, "lib");

/** Everything that the compiled bindings depend on. */
function stamp() {
  const hash = createHash("sha256");
  for (const file of ["schema.json", "build.mjs", "generate.mjs", "package.json"]) {
    hash.update(readFileSync(join(here, file)));
  }
  for (const tool of ["@cdktn/provider-generator", "typescript"]) {
    hash.update(`${tool}@${require(`${tool}/package.json`).version}\n`);
  }
  return hash.digest("hex");
}

function isCurrent(wanted) {
  const file = join(lib, ".stamp");
  return existsSync(file) && readFileSync(file, "utf8") === wanted;
}

function compile(work) {
  const config = {
    compilerOptions: {
      target: "es2022",
      module: "nodenext",
      lib: ["es2022"],
      types: [],
      strict: true,
      skipLibCheck: true,
      declaration: true,
      // The generated classes declare fields without a value: as class fields they would be reset after `super()`.
      useDefineForClassFields: false,
      rootDir: "src",
      outDir: "lib",
    },
    include: ["src"],
  };
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const { status, error } = spawnSync(process.execPath, [tsc, "-p", work], { stdio: ["ignore", 2, 2] });
  if (error) throw error;
  if (status !== 0) throw new Error(`the generated bindings do not compile (tsc ended with ${status})`);
}

/** The root of the package, which loads a resource when it is first used instead of all 170 of them. */
function lazyIndex(classes) {
  const lines = Object.entries(classes).map(
    ([name, folder]) =>
      `Object.defineProperty(exports, "${name}", { enumerable: true, get: () => require("./${folder}") });`,
  );
  return ['"use strict";', 'Object.defineProperty(exports, "__esModule", { value: true });', ...lines, ""].join("\n");
}

const wanted = stamp();
if (isCurrent(wanted) && !process.argv.includes("--force")) process.exit(0);

const started = performance.now();
const work = join(here, `.build-${process.pid}`);
rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, "src"), { recursive: true });
try {
  const schema = JSON.parse(readFileSync(join(here, "schema.json"), "utf8"));
  const { generate } = await import("./generate.mjs"); // late: it takes longer to load than an up-to-date build takes
  const classes = await generate(schema, join(work, "generated"), join(work, "src"));
  compile(work);
  writeFileSync(join(work, "lib", "index.js"), lazyIndex(classes));
  writeFileSync(join(work, "lib", ".stamp"), wanted);
  replaceFolder(join(work, "lib"), lib, () => isCurrent(wanted));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`bindings of the OpenStack provider: ${Object.keys(classes).length} classes in ${seconds} s`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
