/** `npm run lint:arrows`: the folders import each other one way only, as the table below says. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { importsOf } from "./imports";

/** What each folder may import from the others; `type x` lets only types of x in. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  problems: [],
  schema: ["problems"],
  blueprint: ["schema", "problems"],
  constructs: ["problems"],
  stacks: ["constructs", "type blueprint", "problems"],
  plan: ["problems"],
  gates: ["plan", "problems"],
  cost: ["plan", "type schema", "problems"],
  engine: ["problems", "schema", "blueprint", "constructs", "stacks", "plan", "gates", "cost"],
  cli: ["problems", "schema", "blueprint", "constructs", "stacks", "plan", "gates", "cost", "engine"],
};

/** Folders that may use a package; a package that is not named here is free. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  cdktf: ["constructs", "stacks", "engine"],
  constructs: ["constructs", "stacks", "engine"],
  "@cdktf/provider-openstack": ["constructs", "stacks", "engine"],
  cdktn: [],
  yaml: ["schema", "engine", "cli"],
  zod: ["schema", "engine", "cli"],
};

/** What a pure function cannot be made of. */
const OUTSIDE_WORLD = ["child_process", "dns", "fs", "fs/promises", "http", "https", "os", "process", "tls"];

/** Returns one line per import that the table does not allow: `file:line: what is wrong`. */
export function wrongArrows(root: string): string[] {
  return Object.keys(ARROWS).flatMap((folder) =>
    typescriptFiles(root, folder).flatMap((file) =>
      importsOf(readFileSync(join(root, file), "utf8")).flatMap(({ from, typeOnly, line }) => {
        const wrong = from.startsWith(".") ? wrongFolder(file, from, typeOnly) : wrongPackage(folder, from);
        return wrong === undefined ? [] : [`${file}:${line}: ${wrong}`];
      }),
    ),
  );
}

function wrongFolder(file: string, from: string, typeOnly: boolean): string | undefined {
  const [folder = ""] = file.split("/");
  const [target = ""] = posix.join(posix.dirname(file), from).split("/");
  const allowed = ARROWS[folder] ?? [];
  if (target === folder || allowed.includes(target)) return undefined;
  if (allowed.includes(`type ${target}`)) {
    return typeOnly ? undefined : `${folder} may import only types of ${target}: write \`import type\``;
  }
  return `${folder} may not import ${target} (allowed: ${allowed.join(", ") || "nothing"})`;
}

function wrongPackage(folder: string, from: string): string | undefined {
  if (/^@cdktf\/provider-openstack(\/lib)?$/.test(from)) return `import the one resource: ${from}/lib/<resource>`;
  if (folder === "blueprint" && OUTSIDE_WORLD.includes(from.replace(/^node:/, ""))) {
    return `blueprint is a pure function: it may not import ${from}`;
  }
  const name = Object.keys(PACKAGES).find((one) => from === one || from.startsWith(`${one}/`));
  if (name === undefined || PACKAGES[name]?.includes(folder)) return undefined;
  return `${folder} may not import the package ${name}`;
}

function typescriptFiles(root: string, folder: string): string[] {
  try {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    return files.filter((file) => file.endsWith(".ts")).map((file) => `${folder}/${file}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

if (require.main === module) {
  const wrong = wrongArrows(join(__dirname, ".."));
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
