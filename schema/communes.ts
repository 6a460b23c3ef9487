import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { communesNotBuilt, type FormerStatus } from "../problems/catalogue/config-communes";
import { ToolError } from "../problems/problem";

/** A commune as INSEE knows it; figures come from `@etalab/decoupage-administratif`. */
export interface Commune {
  /** INSEE code: 5 characters, unique, unlike the name. */
  readonly insee: string;

  /** Official name, with its accents, hyphens and apostrophes. */
  readonly name: string;

  /** Legal population (municipal); 0 for the few communes where nobody lives. */
  readonly population: number;

  /** SIREN of the commune, 9 digits; empty in the overseas territories whose communes have none. */
  readonly siren: string;

  /** Code of the department: `17`, `2A`, `974`. */
  readonly department: string;
}

/** What became of a code that no commune bears any more. */
export interface FormerCommune {
  /** Absent when only the code changed. */
  readonly name?: string;
  readonly status: FormerStatus;

  /** The commune that it is part of today. */
  readonly heir: Commune;
}

/** A file of `dist/data/communes/`, as `scripts/communes.mjs` writes it. */
interface Department {
  readonly communes: Readonly<Record<string, readonly [string, number, string, ...string[]]>>;
  readonly former: Readonly<Record<string, readonly [string, FormerStatus, string?]>>;
}

/** The commune that bears this code today. Reads one small file for each department. */
export function communeOf(insee: string): Commune | undefined {
  const department = departmentOf(insee);
  const { communes } = read(department);
  const entry = Object.hasOwn(communes, insee) ? communes[insee] : undefined;
  if (!entry) return undefined;
  const [name, population, siren] = entry;
  return { insee, name, population, siren, department };
}

/** What became of a commune that merged or whose code changed. */
export function formerCommune(code: string): FormerCommune | undefined {
  const { former } = read(departmentOf(code));
  const entry = Object.hasOwn(former, code) ? former[code] : undefined;
  const heir = entry && communeOf(entry[0]);
  if (!heir) return undefined;
  const [, status, name] = entry;
  return { status, heir, ...(name && { name }) };
}

/** The communes that a postal code serves. */
export function communesByPostalCode(code: string): Commune[] {
  return search(departmentsOfPostalCode(code), ([, , , ...codes]) => codes.includes(code));
}

/** The commune whose SIREN this is. */
export function communeBySiren(siren: string): Commune | undefined {
  // The SIREN of a commune is 21, its department, its rank and a check digit; those of new communes are not.
  return search(departmentsOfPostalCode(siren.slice(2)), ([, , known]) => known === siren)[0];
}

/** Name of every commune of France by INSEE code: 15 ms, for the suggestions of an error. */
export function allNames(): Readonly<Record<string, string>> {
  names ??= JSON.parse(readFileSync(join(folder(), "names.json"), "utf8")) as Record<string, string>;
  return names;
}

let names: Readonly<Record<string, string>> | undefined;
let found: string | undefined;
const departments = new Map<string, Department>();
const NONE: Department = { communes: {}, former: {} };

function departmentOf(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}

function departmentsOfPostalCode(code: string): string[] {
  return code.startsWith("20") ? ["2A", "2B"] : [departmentOf(code)];
}

function search(among: readonly string[], fits: (entry: Department["communes"][string]) => boolean): Commune[] {
  return among.flatMap((department) =>
    Object.entries(read(department).communes).flatMap(([insee, entry]) =>
      fits(entry) ? (communeOf(insee) ?? []) : [],
    ),
  );
}

function read(department: string): Department {
  const known = departments.get(department);
  if (known) return known;
  // Never a path: this comes from a file that anybody may have written.
  const file = /^\w{2,3}$/.test(department) ? join(folder(), `${department}.json`) : undefined;
  const content = file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Department) : NONE;
  departments.set(department, content);
  return content;
}

/** `dist/data/communes` of the kit, from the sources as from the compiled code. */
function folder(): string {
  if (found) return found;
  for (let kit = __dirname; kit !== dirname(kit); kit = dirname(kit)) {
    const candidate = join(kit, "dist", "data", "communes");
    if (existsSync(candidate)) {
      found = candidate;
      return candidate;
    }
  }
  throw new ToolError([communesNotBuilt({})]);
}
