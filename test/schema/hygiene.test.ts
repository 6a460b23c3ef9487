import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { loadConfig } from "../../schema/load";
import { exampleConfig, temporaryFolder } from "../config-folder";
import { asNobody } from "./as-nobody";
import { ROCHEFORT, town } from "./mistake";
import { firstWords, problemsOf } from "./problems-of";

/** The example, in which Rochefort's file holds these bytes. */
function withBytes(bytes: string | Buffer): string {
  const folder = exampleConfig();
  writeFileSync(join(folder, ROCHEFORT), bytes);
  return folder;
}

describe("the bytes of a file", () => {
  const text = town("target: dc-aunis");

  it("may start with a byte order mark, as Windows writes it", () => {
    const { town: read } = loadConfig(withBytes(`\ufeff${text}`)).towns.get("17299") ?? {};
    expect(read?.value.services).toEqual(["site-web", "ged"]);
    expect(read?.placeOf(["insee"])).toEqual({ file: ROCHEFORT, line: 1, column: 8 });
  });

  it("may end its lines as Windows does", () => {
    const { town: read } = loadConfig(withBytes(text.replaceAll("\n", "\r\n"))).towns.get("17299") ?? {};
    expect(read?.value.target).toBe("dc-aunis");
    expect(read?.placeOf(["target"])).toEqual({ file: ROCHEFORT, line: 3, column: 9 });
  });

  it("must be UTF-8: names the letter and the line of one that is Latin-1", () => {
    const folder = withBytes(Buffer.from(town("# Préfecture", "# été"), "latin1"));
    expect(problemsOf(folder)).toEqual([`${ROCHEFORT}: config-file-not-utf8 3:5`]);
    expect(firstWords(folder)).toContain("« é »");
    expect(firstWords(folder)).toContain("UTF-8");
  });

  it("must be UTF-8: recognises UTF-16", () => {
    const folder = withBytes(Buffer.from(`\ufeff${text}`, "utf16le"));
    expect(problemsOf(folder)).toEqual([`${ROCHEFORT}: config-file-not-utf8`]);
    expect(firstWords(folder)).toContain("UTF-16");
  });

  it.each([
    ["a NUL", "\0", "U+0000"],
    ["an escape that would act on the terminal", "\u001b[31m", "U+001B"],
    ["a mark that reverses the line", "\u202e", "U+202E"],
    ["a space of no width", "\u200b", "U+200B"],
    ["a carriage return alone", "\rx", "U+000D"],
  ])("may not hide %s", (_, hidden, name) => {
    const folder = withBytes(town(`# note ${hidden}`));
    expect(problemsOf(folder)).toEqual([`${ROCHEFORT}: config-file-hidden-character 3:8`]);
    expect(firstWords(folder)).toContain(name);
  });

  it.each([
    ["nothing", ""],
    ["only blanks", "  \n\n"],
    ["only comments", "# Rochefort\n"],
    ["only a start of document", "---\n"],
  ])("must say something, not %s", (_, bytes) => {
    expect(problemsOf(withBytes(bytes))).toEqual([`${ROCHEFORT}: config-file-empty`]);
  });

  it("may not be more than 1 MiB: such a file is not even read", () => {
    const folder = withBytes(town());
    // Longer than what Node can read: reading it would fail another way.
    truncateSync(join(folder, ROCHEFORT), 3 * 2 ** 30);
    expect(problemsOf(folder)).toEqual([`${ROCHEFORT}: config-file-too-large`]);
    expect(firstWords(folder)).toContain("3072,0 Mio");
  });

  it("may not unfold into gigabytes", () => {
    const level = (rank: number) =>
      `  l${rank}: &l${rank} [${Array(12)
        .fill(`*l${rank - 1}`)
        .join(", ")}]`;
    const lines = ["settings:", "  l0: &l0 [x, x]", ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level)];
    expect(problemsOf(withBytes(town(...lines)))).toEqual([`${ROCHEFORT}: yaml-too-many-aliases`]);
  });

  it("may not exhaust the parser", () => {
    const folder = withBytes(town(`target: ${"[".repeat(100_000)}`));
    expect(problemsOf(folder)).toEqual([expect.stringContaining("yaml-too-deep")]);
  });
});

describe("what stands in the place of a file", () => {
  it("may be a link inside the folder", () => {
    const folder = exampleConfig();
    renameSync(join(folder, ROCHEFORT), join(folder, "towns/.rochefort"));
    symlinkSync(".rochefort", join(folder, ROCHEFORT));
    expect(problemsOf(folder)).toEqual([]);
  });

  it("may not be a link that leaves the folder", () => {
    const outside = join(temporaryFolder(), "secret.yaml");
    writeFileSync(outside, town());
    const folder = exampleConfig({ [ROCHEFORT]: null });
    symlinkSync(outside, join(folder, ROCHEFORT));
    expect(problemsOf(folder)).toEqual([`${ROCHEFORT}: config-link-outside`]);
    expect(firstWords(folder)).toContain(outside);
  });

  it("may not be a file of a folder that is itself a link to the outside", () => {
    const folder = exampleConfig();
    const outside = join(temporaryFolder(), "towns");
    renameSync(join(folder, "towns"), outside);
    symlinkSync(outside, join(folder, "towns"));
    expect(problemsOf(folder)).toContain(`${ROCHEFORT}: config-link-outside`);
  });

  it.each([
    ["nowhere", "absent.yaml"],
    ["itself", "17299-rochefort.yaml"],
  ])("may not be a link to %s", (_, target) => {
    const folder = exampleConfig({ [ROCHEFORT]: null });
    symlinkSync(target, join(folder, ROCHEFORT));
    expect(problemsOf(folder)).toEqual([`${ROCHEFORT}: config-link-broken`]);
  });

  it("may not be a folder", () => {
    const folder = exampleConfig({ [ROCHEFORT]: null });
    mkdirSync(join(folder, ROCHEFORT));
    expect(problemsOf(folder)).toEqual([`${ROCHEFORT}: config-file-not-a-file`]);
  });

  it("may not be a pipe, on which reading would wait for ever", () => {
    const folder = exampleConfig({ [ROCHEFORT]: null });
    execFileSync("mkfifo", [join(folder, ROCHEFORT)]);
    expect(problemsOf(folder)).toEqual([`${ROCHEFORT}: config-file-not-a-file`]);
  });

  it("may not be a file that one has no right to read", () => {
    const folder = exampleConfig();
    for (const path of [folder, join(folder, "..")]) chmodSync(path, 0o755);
    chmodSync(join(folder, ROCHEFORT), 0o000);
    expect(asNobody(() => problemsOf(folder))).toEqual([`${ROCHEFORT}: config-file-unreadable`]);
  });

  it("may not be a folder that one has no right to list", () => {
    const folder = exampleConfig();
    for (const path of [folder, join(folder, "..")]) chmodSync(path, 0o755);
    chmodSync(join(folder, "towns"), 0o000);
    expect(asNobody(() => problemsOf(folder))).toEqual(["towns: config-file-unreadable"]);
  });
});

describe("the names of files", () => {
  it.each([
    ["towns/17028.yml", "config-file-extension", "17028.yaml"],
    ["towns/17028.YAML", "config-file-extension", "17028.yaml"],
    ["towns/17028.yaml.txt", "config-file-extension", "17028.yaml"],
    ["towns/17028.yaml~", "config-file-extension", "17028.yaml"],
    ["services/ged.json", "config-file-extension", "ged.yaml"],
    ["services/ged.xlsx", "config-file-unexpected", "un point devant son nom"],
    ["adresses.yaml", "config-file-unexpected", "addresses.yaml"],
    ["syndicat.yml", "config-file-unexpected", "syndicate.yaml"],
    ["sizes/xs.yaml", "config-file-unexpected", "XS.yaml"],
    ["services/État civil.yaml", "name-malformed", "etat-civil"],
    ["towns/rochefort.yaml", "town-file-name", "17299-rochefort.yaml"],
    ["towns/2a004-ajaccio.yaml", "town-file-name", "2A004-ajaccio.yaml"],
    ["towns/aytré.yaml", "town-file-name", "17028-aytre.yaml"],
    ["facts/ovh-gra.yaml", "unknown-target", "dc-aunis"],
  ])("refuse %s, and say what to do", (file, code, mending) => {
    const folder = exampleConfig({ [file]: file.startsWith("towns/r") ? town() : 'insee: "17028"\n' });
    expect(problemsOf(folder).find((problem) => problem.startsWith(`${file}:`))).toBe(`${file}: ${code}`);
    expect(firstWords(folder, file)).toContain(mending);
  });

  it("refuse a folder whose name is nearly one that is read", () => {
    const folder = exampleConfig();
    mkdirSync(join(folder, "town"));
    expect(problemsOf(folder)).toEqual(["town: config-file-unexpected"]);
    expect(firstWords(folder)).toContain("Renommez-le en towns");
  });

  it("leave alone what is hidden, notes, and what has nothing to do with a config", () => {
    const folder = exampleConfig({
      "towns/.17299.yaml.swp": "x",
      "towns/LISEZMOI.md": "x",
      Makefile: "x",
      "README.md": "",
    });
    mkdirSync(join(folder, "scripts"));
    expect(problemsOf(folder)).toEqual([]);
  });

  it("refuse a second file for the same town", () => {
    const folder = exampleConfig({ "towns/17299.yaml": town() });
    expect(problemsOf(folder)).toEqual(["towns/17299.yaml: town-twice"]);
    expect(firstWords(folder)).toContain(`Rochefort (17299) a déjà le fichier ${ROCHEFORT}`);
  });
});

describe("what is missing", () => {
  it("is told for the folder itself", () => {
    const absent = join(temporaryFolder(), "absent");
    expect(problemsOf(absent)).toEqual(["config-folder-missing"]);
    expect(firstWords(absent)).toContain(absent);
  });

  it("is told when the folder is a file", () => {
    const file = join(exampleConfig(), "syndicate.yaml");
    expect(problemsOf(file)).toEqual(["config-folder-missing"]);
    expect(firstWords(file)).toContain("est un fichier");
  });

  it("is told for each file that every config has", () => {
    const folder = exampleConfig({ "syndicate.yaml": null, "sizes/M.yaml": null });
    expect(problemsOf(folder)).toEqual(["sizes/M.yaml: config-file-missing", "syndicate.yaml: config-file-missing"]);
  });

  it("is told for facts, with the command that finds them", () => {
    const folder = exampleConfig({ "facts/dc-aunis.yaml": null });
    expect(problemsOf(folder)).toEqual(["targets/dc-aunis.yaml: facts-missing"]);
    expect(firstWords(folder)).toMatch(/\n\.\/beffroi discover dc-aunis$/);
  });

  it("is told for each town's block when there is no ledger yet", () => {
    const problems = problemsOf(exampleConfig({ "addresses.yaml": null }));
    expect(problems).toHaveLength(6);
    expect(new Set(problems.map((problem) => problem.split(" ")[1]))).toEqual(new Set(["town-without-addresses"]));
  });

  it("may be the towns: a syndicate starts without any", () => {
    const folder = exampleConfig();
    renameSync(join(folder, "towns"), join(folder, ".towns"));
    expect(loadConfig(folder).towns.size).toBe(0);
  });
});

it("a config is read from any folder, by any path to it", () => {
  const folder = exampleConfig();
  const link = join(temporaryFolder(), "lien");
  symlinkSync(folder, link);
  const before = process.cwd();
  process.chdir(join(folder, "towns"));
  try {
    expect(loadConfig("..").towns.size).toBe(6);
    expect(loadConfig(link).towns.size).toBe(6);
  } finally {
    process.chdir(before);
  }
});
