import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface RawCommune {
  readonly code: string;
  readonly departement?: string;
  readonly type: string;
}

/** Departments whose communes make the fleets: 462 and 535 communes of every size. */
const DEPARTMENTS = ["17", "33"];

/** Copies the example config and gives it `count` real communes, each with three services and a block of addresses. */
export function makeFleet(kit: string, folder: string, count: number): string[] {
  cpSync(join(kit, "config"), folder, { recursive: true, filter: (path) => !path.includes(".beffroi") });
  rmSync(join(folder, "towns"), { recursive: true });
  cpSync(join(kit, "config", "towns"), join(folder, "towns"), {
    recursive: true,
    filter: (path) => !/\.yaml$/.test(path),
  });
  const file = require.resolve("@etalab/decoupage-administratif/data/communes.json");
  const communes = (JSON.parse(readFileSync(file, "utf8")) as RawCommune[])
    .filter(({ type, departement }) => type === "commune-actuelle" && DEPARTMENTS.includes(departement ?? ""))
    .slice(0, count);
  if (communes.length < count) throw new Error(`only ${communes.length} communes`);
  for (const { code } of communes)
    writeFileSync(
      join(folder, "towns", `${code}.yaml`),
      `insee: "${code}"\nservices: [site-web, etat-civil, periscolaire]\n`,
    );
  const blocks = communes.map(({ code }, index) => `"${code}": 10.${64 + (index >> 6)}.${(index & 63) * 4}.0/22\n`);
  writeFileSync(join(folder, "addresses.yaml"), blocks.join(""));
  return communes.map(({ code }) => code);
}
