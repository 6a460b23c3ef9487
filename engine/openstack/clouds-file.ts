import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { cloudsFileMissing, cloudsFileWrong } from "../../problems/catalogue/openstack-credentials";
import type { Localised } from "../../problems/language";
import { OperatorError } from "../../problems/problem";
import { type Settings, settingsFrom } from "./settings";

/** Where the files are looked for. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;

  /** The operator's own folder. */
  readonly home: string;
}

export interface CloudsFile {
  readonly file: string;
  readonly clouds: ReadonlyMap<string, Settings>;
}

const scalarOrMore = z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())]);
const entrySchema = z.record(z.string(), scalarOrMore);
const fileSchema = z.object({ clouds: z.record(z.string(), entrySchema) });
type Entry = z.output<typeof entrySchema>;

/**
 * The first clouds.yaml found, with what secure.yaml adds; the search is that of every OpenStack tool: the file that
 * OS_CLIENT_CONFIG_FILE names, else the current folder, the user's config folder, /etc/openstack.
 *
 * @throws OperatorError `clouds-file-missing`, `clouds-file-wrong`
 */
export function readCloudsFile(around: Surroundings): CloudsFile | undefined {
  const main = firstFile(around, "clouds", "OS_CLIENT_CONFIG_FILE");
  if (!main) return undefined;
  const clouds = entriesOf(main);
  const secure = firstFile(around, "secure", "OS_CLIENT_SECURE_FILE");
  const secrets = secure ? entriesOf(secure) : {};
  const merged = Object.entries(clouds).map(([name, entry]) => [name, merge(entry, secrets[name] ?? {})] as const);
  return { file: main.file, clouds: new Map(merged.map(([name, entry]) => [name, flat(entry)])) };
}

/** Folders in which the files are looked for, the first one first. */
export function foldersOf({ env, cwd, home }: Surroundings): string[] {
  return [cwd, join(env.XDG_CONFIG_HOME || join(home, ".config"), "openstack"), "/etc/openstack"];
}

const EXTENSIONS = [".yaml", ".yml", ".json"];

interface Text {
  readonly file: string;
  readonly text: string;
}

function firstFile(around: Surroundings, name: string, variable: string): Text | undefined {
  const named = around.env[variable];
  const places = foldersOf(around).flatMap((folder) => EXTENSIONS.map((end) => join(folder, `${name}${end}`)));
  for (const file of named ? [named] : places) {
    try {
      return { file, text: readFileSync(file, "utf8") };
    } catch (error) {
      if (named) throw new OperatorError([cloudsFileMissing({ file, variable })]);
      const { code = "" } = error as NodeJS.ErrnoException;
      if (["ENOENT", "ENOTDIR"].includes(code)) continue;
      throw wrong(file, { en: `it cannot be read (${code})`, fr: `il ne peut pas être lu (${code})` });
    }
  }
  return undefined;
}

/** Scalars stay text: `password: 0123` is those four characters. */
function entriesOf({ file, text }: Text): Record<string, Entry> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", merge: true, prettyErrors: false, lineCounter });
  const [error] = document.errors;
  if (error) {
    const { line } = lineCounter.linePos(error.pos[0]);
    throw wrong(file, { en: `line ${line} is not YAML`, fr: `la ligne ${line} n'est pas du YAML` });
  }
  const parsed = fileSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data.clouds;
  const path = parsed.error.issues[0]?.path.join(".") || "clouds";
  throw wrong(file, { en: `${path} is not what is expected`, fr: `${path} n'est pas ce qui est attendu` });
}

function wrong(file: string, why: Localised): OperatorError {
  return new OperatorError([cloudsFileWrong({ file, why })]);
}

function merge(entry: Entry, more: Entry): Entry {
  const both = { ...entry, ...more };
  if (isRecord(entry.auth) && isRecord(more.auth)) both.auth = { ...entry.auth, ...more.auth };
  return both;
}

/** `auth:` and what stands beside it, on one level; one region in `regions:` is as good as `region_name:`. */
function flat({ auth, regions, ...beside }: Entry): Settings {
  const only = Array.isArray(regions) && regions.length === 1 ? regions[0] : undefined;
  const region = isRecord(only) ? only.name : only;
  const pairs = [["region_name", region], ...Object.entries(beside), ...(isRecord(auth) ? Object.entries(auth) : [])];
  return settingsFrom(
    pairs.flatMap(([name, value]) => (typeof value === "string" ? [[String(name), value] as const] : [])),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
