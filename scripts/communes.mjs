/**
 * `dist/data/communes/`: the communes of France in small files, so that looking one up costs a millisecond instead of
 * the third of a second that parsing the 9 MB of `@etalab/decoupage-administratif` takes.
 *
 * `node scripts/communes.mjs [folder]` writes them, in `dist/data/communes` unless told otherwise.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./sources.mjs";

const require = createRequire(import.meta.url);

/** What the files depend on beside this script. */
export const communesVersion = `@etalab/decoupage-administratif@${require("@etalab/decoupage-administratif/package.json").version}`;

/** One file for each department, and `names.json` for searches over the whole country. */
export function writeCommunes(folder = join(root, "dist", "data", "communes")) {
  const all = require("@etalab/decoupage-administratif/data/communes.json");
  const departments = {};
  const departmentOf = (code) => {
    departments[department(code)] ??= { communes: {}, former: {} };
    return departments[department(code)];
  };

  const current = all.filter(({ type }) => type === "commune-actuelle");
  for (const { code, nom, population = 0, siren = "", codesPostaux = [] } of current)
    departmentOf(code).communes[code] = [nom, population, siren, ...codesPostaux];

  // The code of a commune that merged stays that of the new one's seat: current codes win.
  const isCurrent = new Set(current.map(({ code }) => code));
  for (const { code, nom, type, chefLieu, commune } of all)
    if (!isCurrent.has(code)) departmentOf(code).former[code] = [chefLieu ?? commune, type, nom];
  for (const { code: heir, anciensCodes = [] } of current)
    for (const code of anciensCodes) departmentOf(code).former[code] ??= [heir, "ancien-code"];

  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(departments)) write(join(folder, `${name}.json`), content);
  write(join(folder, "names.json"), Object.fromEntries(current.map(({ code, nom }) => [code, nom])));
}

/** `17` of `17299`, `2A` of `2A004`, `974` of `97411`. */
function department(code) {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}

function write(file, content) {
  writeFileSync(file, `${JSON.stringify(content)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeCommunes(process.argv[2]);
