/** From a provider schema to the TypeScript sources of its bindings, written for the import name `cdktf`. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const inside = createRequire(require.resolve("@cdktn/provider-generator"));

// The generator asks the `terraform` on PATH for its version as soon as it is loaded, and reports a failure over the
// network. Neither is wanted: the version is not used to generate, and an install calls nobody.
process.env.CHECKPOINT_DISABLE = "1";
require.cache[inside.resolve("@cdktn/commons/build/terraform")] = {
  loaded: true,
  exports: { terraformBinaryName: "terraform", terraformVersion: Promise.resolve("unused") },
};

const { CodeMaker } = inside("codemaker");
const { LANGUAGES, ConstructsMakerProviderTarget, TerraformProviderConstraint } = inside("@cdktn/commons");
// Not the package's main file, which also loads the compilers for Python, Java, C# and Go.
const { TerraformProviderGenerator } = require("@cdktn/provider-generator/build/get/generator/provider-generator");

/**
 * Writes `<out>/index.ts` and `<out>/<folder>/index.ts`; returns the folders by the name that the index exports them under.
 *
 * @param schema the schema of exactly one provider, with its version in `provider_versions`
 * @param work an empty folder for what the generator writes
 */
export async function generate(schema, work, out) {
  const [source, ...others] = Object.keys(schema.provider_schemas);
  if (source === undefined || others.length > 0) throw new Error("the schema must be that of exactly one provider");
  const constraint = new TerraformProviderConstraint(`${source}@${schema.provider_versions[source]}`);

  const generator = new TerraformProviderGenerator(new CodeMaker(), schema);
  generator.generate(new ConstructsMakerProviderTarget(constraint, LANGUAGES[0]));
  await generator.save(work);

  const from = join(work, "providers", constraint.name);
  const index = readFileSync(join(from, "index.ts"), "utf8");
  const classes = Object.fromEntries(
    [...index.matchAll(/^export \* as (\w+) from '\.\/([\w-]+)\/index';$/gm)].map(([, name, folder]) => [name, folder]),
  );
  for (const folder of [".", ...Object.values(classes)]) {
    const text = readFileSync(join(from, folder, "index.ts"), "utf8");
    mkdirSync(join(out, folder), { recursive: true });
    writeFileSync(join(out, folder, "index.ts"), text.replaceAll("from 'cdktn'", "from 'cdktf'"));
  }
  return classes;
}
