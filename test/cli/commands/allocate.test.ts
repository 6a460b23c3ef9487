import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { run } from "../../../cli/commands/allocate";
import type { OperatorError } from "../../../problems/problem";
import { loadConfig } from "../../../schema/load";
import { exampleConfig } from "../../config-folder";
import { screenOf } from "../screen";

const newcomer = (insee: string) => ({ [`towns/${insee}.yaml`]: `insee: "${insee}"\nservices: [site-web]\n` });

const codes = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: OperatorError) => error.problems.map(({ code }) => code),
  );

describe("beffroi allocate", () => {
  it("gives a block to each newcomer in the order of codes, and says so", async () => {
    const config = exampleConfig({ ...newcomer("2A004"), ...newcomer("17028") });
    expect(await screenOf(run, config)).toMatchInlineSnapshot(`
{
  "code": 0,
  "err": "",
  "out": "2 blocks given, at the end of config/addresses.yaml:
  17028  10.64.24.0/22       Aytré
  2A004  10.64.28.0/22       Ajaccio
Review that file and commit it: these blocks will never change.
",
}
`);
    expect(readFileSync(join(config, "addresses.yaml"), "utf8")).toMatch(
      /# Évisa\n"17028": 10\.64\.24\.0\/22 # Aytré\n"2A004": 10\.64\.28\.0\/22 # Ajaccio\n$/,
    );
    expect(loadConfig(config).ledger.value["2A004"]).toBe("10.64.28.0/22");
  });

  it("says so in French", async () => {
    const config = exampleConfig(newcomer("17028"));
    expect((await screenOf(run, config, { language: "fr" })).out).toMatchInlineSnapshot(`
"1 bloc attribué, à la fin de config/addresses.yaml :
  17028  10.64.24.0/22       Aytré
Relisez ce fichier et validez-le dans git : ces blocs ne changeront plus.
"
`);
    expect((await screenOf(run, config, { language: "fr" })).out).toMatchInlineSnapshot(`
"Chaque commune a déjà son bloc d'adresses : rien n'a été écrit.
"
`);
  });

  it("writes nothing the second time", async () => {
    const config = exampleConfig(newcomer("17028"));
    await screenOf(run, config);
    const before = readFileSync(join(config, "addresses.yaml"), "utf8");
    expect((await screenOf(run, config, { json: true })).out).toBe('{\n  "allocated": []\n}\n');
    expect(readFileSync(join(config, "addresses.yaml"), "utf8")).toBe(before);
  });

  it("never gives again the block of a town that left", async () => {
    const config = exampleConfig({ "towns/2A108-evisa.yaml": null, ...newcomer("17028") });
    await screenOf(run, config);
    const { value } = loadConfig(config).ledger;
    expect(value).toMatchObject({ "2A108": "10.64.20.0/22", 17028: "10.64.24.0/22" });
  });

  it("starts the ledger of a new syndicate", async () => {
    const config = exampleConfig({ "addresses.yaml": null });
    await screenOf(run, config);
    expect(Object.entries(loadConfig(config).ledger.value)).toHaveLength(6);
  });

  it("refuses a config that has any other mistake, and writes nothing", async () => {
    const config = exampleConfig({ ...newcomer("17028"), "sizes/M.yaml": null });
    const before = readFileSync(join(config, "addresses.yaml"), "utf8");
    expect(await codes(screenOf(run, config))).toEqual(["config-file-missing"]);
    expect(readFileSync(join(config, "addresses.yaml"), "utf8")).toBe(before);
  });

  it("refuses to share out a pool that is full", async () => {
    const config = exampleConfig(newcomer("17028"));
    const syndicate = readFileSync(join(config, "syndicate.yaml"), "utf8");
    writeFileSync(join(config, "syndicate.yaml"), syndicate.replace("10.64.0.0/10", "10.64.0.0/19"));
    writeFileSync(join(config, "addresses.yaml"), full());
    expect(await codes(screenOf(run, config))).toEqual(["pool-full"]);
  });
});

/** Eight blocks: a /19 holds no more. */
function full(): string {
  const codes = ["17004", "17094", "17299", "17300", "17396", "2A108", "2A004", "2B033"];
  return codes.map((insee, rank) => `"${insee}": 10.64.${rank * 4}.0/22\n`).join("");
}
