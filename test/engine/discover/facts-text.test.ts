import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { factsText } from "../../../engine/discover/facts-text";
import { replaceFile } from "../../../engine/discover/replace-file";
import { OperatorError } from "../../../problems/problem";
import { type Facts, factsSchema } from "../../../schema/files/facts";
import { readFile } from "../../../schema/read-file";
import { temporaryFolder } from "../../config-folder";

const FACTS: Facts = {
  zones: { volume: ["nova"], compute: ["nova"] },
  discovered: "2026-01-31T08:30:00Z",
  limits: { compute: { cores: -1, instances: 10 }, project: "hosting" },
  volumeTypes: { standard: "t2", luks: "t1" },
  extensions: ["address-group", "router"],
  flavours: {
    "c2-r4": { id: "2", diskGiB: 0, ramMiB: 4096, vcpus: 2 },
    "012": { extra: { "hw:b": "1", "hw:a": "true" }, diskGiB: 20, vcpus: 1, ramMiB: 2048, id: "1" },
  },
  images: { "debian-13": "i1" },
  externalNetworks: { "l'extérieur": "n1" },
};

describe("the file of the facts", () => {
  it("has its keys in one order, and the names of the cloud sorted", () => {
    expect(factsText("dc-aunis", FACTS)).toMatchInlineSnapshot(`
"# Relevé dans le cloud par \`./beffroi discover dc-aunis\`, qui refait ce fichier ; \`--check\` le compare.
# Read from the cloud by \`./beffroi discover dc-aunis\`, which makes this file again; \`--check\` compares it.

discovered: 2026-01-31T08:30:00Z
externalNetworks:
  l'extérieur: n1
images:
  debian-13: i1
flavours:
  "012": { id: "1", vcpus: 1, ramMiB: 2048, diskGiB: 20, extra: { hw:a: "true", hw:b: "1" } }
  c2-r4: { id: "2", vcpus: 2, ramMiB: 4096, diskGiB: 0 }
volumeTypes:
  luks: t1
  standard: t2
zones:
  compute: [ nova ]
  volume: [ nova ]
extensions:
  - address-group
  - router
limits:
  project: hosting
  compute: { instances: 10, cores: -1 }
"
`);
  });

  it("is read back as it was", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "facts"));
    writeFileSync(join(root, "facts/dc-aunis.yaml"), factsText("dc-aunis", FACTS));
    const read = readFile(root, "facts/dc-aunis.yaml", factsSchema, (problem) => {
      throw new Error(problem.what.en);
    });
    expect(read?.value).toEqual(FACTS);
  });

  it("keeps its line for editors", () => {
    const line = "# yaml-language-server: $schema=../../schema/json/facts.schema.json";
    const before = `${line}\n# By hand.\ndiscovered: x\n`;
    expect(factsText("dc-aunis", FACTS, before)).toBe(`${line}\n${factsText("dc-aunis", FACTS)}`);
  });
});

describe("replacing a file", () => {
  it("makes its folder and leaves nothing else there", () => {
    const folder = join(temporaryFolder(), "facts");
    replaceFile(join(folder, "a.yaml"), "one");
    replaceFile(join(folder, "a.yaml"), "two");
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("two");
  });

  it("that cannot be done says so, and leaves no draft", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "a.yaml", "inside"), { recursive: true });
    expect(() => replaceFile(join(folder, "a.yaml"), "text")).toThrow(OperatorError);
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
  });
});
