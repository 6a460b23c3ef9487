import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { OperatorError } from "../../problems/problem";
import { allNames } from "../../schema/communes";
import type { Path } from "../../schema/config";
import { listTowns } from "../../schema/find-towns";
import { loadConfig } from "../../schema/load";
import { exampleConfig, KIT } from "../config-folder";
import { ROCHEFORT, town } from "./mistake";
import { problemsOf } from "./problems-of";

const example = join(KIT, "config");

/** Rochefort, as this text describes it. */
function rochefort(text: string) {
  const entry = loadConfig(exampleConfig({ [ROCHEFORT]: text })).towns.get("17299");
  if (!entry) throw new Error("Rochefort was not read");
  return entry.town;
}

describe("loadConfig", () => {
  it("reads the example, with the communes as INSEE knows them", () => {
    const config = loadConfig(example);
    expect([...config.towns].map(([insee, { commune }]) => `${insee} ${commune.name} ${commune.department}`)).toEqual([
      "17004 Île-d'Aix 17",
      "17094 Châtelaillon-Plage 17",
      "17299 Rochefort 17",
      "17300 La Rochelle 17",
      "17396 Saint-Sauveur-d'Aunis 17",
      "2A108 Évisa 2A",
    ]);
    expect([...config.sizes.keys()]).toEqual(["XS", "S", "M", "L", "XL", "XXL"]);
    expect(config.ledger.value["2A108"]).toBe("10.64.20.0/22");
  });

  it("throws once, with the problems of all files in the order of files and lines", () => {
    const folder = exampleConfig({
      "services/ged.yaml": "title: Documents\nzone: apps\n",
      [ROCHEFORT]: town("maire: x", "target: y"),
      "addresses.yaml": "- x\n",
    });
    const refused = () => loadConfig(folder);
    expect(refused).toThrow(OperatorError);
    expect(problemsOf(folder)).toEqual([
      "addresses.yaml: wrong-type 1:1",
      "services/ged.yaml: missing-key 1:1",
      "services/ged.yaml: missing-key 1:1",
      "services/ged.yaml: missing-key 1:1",
      `${ROCHEFORT}: unknown-key 3:1`,
      `${ROCHEFORT}: unknown-target 4:9`,
    ]);
  });

  it("checks what a town says right against the other files, even when it says something else wrong", () => {
    const text = 'insee: "17299"\nservices: [site-web, 3, gedd]\nsettings: { archives: { hosts: 0 } }\nx: y\n';
    expect(problemsOf(exampleConfig({ [ROCHEFORT]: text }))).toEqual([
      `${ROCHEFORT}: wrong-type 2:22`,
      `${ROCHEFORT}: unknown-service 2:25`,
      `${ROCHEFORT}: service-not-hosted 3:13`,
      `${ROCHEFORT}: number-out-of-bounds 3:32`,
      `${ROCHEFORT}: unknown-key 4:1`,
    ]);
  });

  it("does not repeat in every town what is wrong in one file", () => {
    const folder = exampleConfig({ "services/site-web.yaml": "title: [", "targets/dc-aunis.yaml": "title: x\n" });
    const files = new Set(problemsOf(folder).map((problem) => problem.split(":")[0]));
    expect([...files]).toEqual(["services/site-web.yaml", "targets/dc-aunis.yaml"]);
  });
});

describe("placeOf", () => {
  const at = (text: string, ...path: Path) => {
    const { file, line, column } = rochefort(text).placeOf(path);
    expect(file).toBe(ROCHEFORT);
    return `${line}:${column}`;
  };

  it("is the value itself, in lists and in groups, in blocks and in braces", () => {
    const text = town("townHall:", "  - 192.0.2.7/32", "  - 192.0.2.8/32", "settings: { ged: { hosts: 2 } }");
    expect(at(text, "services", 1)).toBe("2:22");
    expect(at(text, "townHall", 1)).toBe("5:5");
    expect(at(text, "settings", "ged", "hosts")).toBe("6:27");
  });

  it("is the nearest parent of a value that the file leaves out", () => {
    const text = `# Rochefort\n${town("settings:", "  ged:", "    hosts: 2")}`;
    expect(at(text, "settings", "ged", "dataGiB")).toBe("5:3");
    expect(at(text, "openings")).toBe("2:1");
  });

  it("is the anchor of an alias", () => {
    const text = town("settings:", "  site-web: &double", "    hosts: 2", "  ged: *double");
    expect(rochefort(text).value.settings.ged).toEqual({ hosts: 2 });
    expect(at(text, "settings", "ged", "hosts")).toBe("5:12");
  });

  it("is the merged group of a key that a merge brings, and the line itself of one that it repeats", () => {
    const text = town(
      "settings:",
      "  site-web: &base",
      "    hosts: 2",
      "    dataGiB: 20",
      "  ged:",
      "    <<: *base",
      "    dataGiB: 40",
    );
    expect(rochefort(text).value.settings.ged).toEqual({ hosts: 2, dataGiB: 40 });
    expect(at(text, "settings", "ged", "hosts")).toBe("5:12");
    expect(at(text, "settings", "ged", "dataGiB")).toBe("9:14");
  });

  it("is the first of several merged groups that has the key, as YAML says", () => {
    const text = `insee: "17299"
services: [site-web, ged, archives]
settings:
  site-web: &one { hosts: 2 }
  ged: &two { hosts: 3, dataGiB: 30 }
  archives: { <<: [*one, *two] }
`;
    expect(rochefort(text).value.settings.archives).toEqual({ hosts: 2, dataGiB: 30 });
    expect(at(text, "settings", "archives", "hosts")).toBe("4:27");
    expect(at(text, "settings", "archives", "dataGiB")).toBe("5:34");
  });

  it("places a mistake where the merged value stands", () => {
    const text = town("settings:", "  site-web: &base", "    hosts: 20", "  ged:", "    <<: *base");
    expect(problemsOf(exampleConfig({ [ROCHEFORT]: text }))).toEqual([
      `${ROCHEFORT}: number-out-of-bounds 5:12`,
      `${ROCHEFORT}: number-out-of-bounds 5:12`,
    ]);
  });
});

it("the order of the keys of a file changes nothing", () => {
  const text = town(
    "size: { class: XL, reason: Population doublée en été }",
    "townHall: [192.0.2.7/32]",
    "settings: { ged: { hosts: 2, dataGiB: 40 }, site-web: { hosts: 3 } }",
    "openings: [{ service: ged, port: 443, from: [internet], reason: Accès des élus en séance }]",
  );
  const wanted = rochefort(text).value;
  const shuffled = fc.infiniteStream(fc.nat()).map((ranks) => stringify(shuffle(parse(text), ranks)));
  fc.assert(
    fc.property(shuffled, (other) => expect(rochefort(other).value).toEqual(wanted)),
    { numRuns: 25 },
  );
});

function shuffle(value: unknown, ranks: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, ranks));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffle(inner, ranks)] as const);
  const order = new Map(entries.map(([key]) => [key, ranks.next().value as number]));
  return Object.fromEntries(entries.sort(([left], [right]) => (order.get(left) ?? 0) - (order.get(right) ?? 0)));
}

describe("with `only`", () => {
  it("reads these towns and no other", () => {
    const folder = exampleConfig({ "towns/17300-la-rochelle.yaml": "[" });
    expect([...loadConfig(folder, { only: ["17299", "2A108"] }).towns.keys()]).toEqual(["17299", "2A108"]);
    expect(problemsOf(folder)).not.toEqual([]);
  });

  it("refuses a town that has no file", () => {
    expect(problemsOf(example, { only: ["17028"] })).toEqual(["towns: town-unknown"]);
  });

  it("still refuses a second file for a town, and a town without a block", () => {
    const folder = exampleConfig({ "towns/17299.yaml": town(), "addresses.yaml": "{}\n" });
    expect(problemsOf(folder, { only: ["17299"] })).toEqual([
      `${ROCHEFORT}: town-without-addresses 2:8`,
      "towns/17299.yaml: town-twice",
      "towns/17299.yaml: town-without-addresses 1:8",
    ]);
  });

  it("costs nothing for the 400 other towns", () => {
    const codes = Object.keys(allNames()).filter((insee) => insee.startsWith("16") || insee.startsWith("19"));
    const towns = Object.fromEntries(
      codes.slice(0, 400).map((insee) => [`towns/${insee}.yaml`, `insee: "${insee}"\nservices: [site-web]\n`]),
    );
    const [few, many] = [exampleConfig(), exampleConfig(towns)];
    expect(listTowns(many)).toHaveLength(406);
    expect(fastest(() => loadConfig(many, { only: ["2A108"] }))).toBeLessThan(
      2 * fastest(() => loadConfig(few, { only: ["2A108"] })) + 10,
    );
  });
});

/** In milliseconds. */
function fastest(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
