/** Which files make up the kit: the folders of `tsconfig.json` without those that `tsconfig.build.json` leaves out. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Pages for readers of the repository; the program does not read them. */
const NOT_SHIPPED = /(^|\/)(README\.md|\..*)$/;

/** Paths from the root of the kit, sorted. TypeScript is compiled, the rest is copied as it is. */
export function sources() {
  const json = (file) => JSON.parse(readFileSync(join(root, file), "utf8"));
  const left = new Set(json("tsconfig.build.json").exclude);
  const folders = json("tsconfig.json").include.filter((folder) => !left.has(folder) && existsSync(join(root, folder)));
  return folders.flatMap((folder) => walk(folder)).filter((file) => !NOT_SHIPPED.test(file));
}

function walk(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((one) => {
    const path = `${folder}/${one.name}`;
    return one.isDirectory() ? walk(path) : [path];
  });
}
