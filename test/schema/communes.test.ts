import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { allNames, communeBySiren, communeOf, communesByPostalCode, formerCommune } from "../../schema/communes";

interface Row {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly population?: number;
  readonly siren?: string;
  readonly departement?: string;
}

// The source, a third of a second to read: what is looked up must be the same.
const file = require.resolve("@etalab/decoupage-administratif/data/communes.json");
const source = JSON.parse(readFileSync(file, "utf8")) as Row[];
const current = source.filter(({ type }) => type === "commune-actuelle");
const codes = new Set(current.map(({ code }) => code));

describe("communeOf", () => {
  it("gives every commune of France as its source does", () => {
    for (const { code, nom, population = 0, siren = "", departement } of current)
      expect(communeOf(code)).toEqual({ insee: code, name: nom, population, siren, department: departement });
  });

  it("gives nothing for a code that no commune bears today", () => {
    const others = source.filter(({ code }) => !codes.has(code));
    expect(others.length).toBeGreaterThan(1000);
    for (const { code } of others) expect(communeOf(code)).toBeUndefined();
  });

  it.each(["", "17", "99999", "../..", "17299 ", "__proto__", "constructor"])("gives nothing for %j", (code) => {
    expect(communeOf(code)).toBeUndefined();
  });

  it("knows the few communes where nobody lives", () => {
    expect(communeOf("55050")).toMatchObject({ name: "Bezonvaux", population: 0 });
    expect(communeOf("98412")).toMatchObject({ population: 0, siren: "" });
  });
});

describe("formerCommune", () => {
  it("gives the commune of today for each that merged", () => {
    for (const { code, type } of source.filter((row) => !codes.has(row.code)))
      expect(formerCommune(code)).toMatchObject({ status: type, heir: { insee: expect.any(String) } });
  });

  it("gives the commune of today for a code that changed", () => {
    expect(formerCommune("20004")).toMatchObject({ status: "ancien-code", heir: { name: "Ajaccio", insee: "2A004" } });
  });

  it("gives nothing for a commune of today", () => {
    expect(formerCommune("17299")).toBeUndefined();
  });
});

describe("other ways to a commune", () => {
  it("lead from a postal code", () => {
    expect(communesByPostalCode("17300").map(({ name }) => name)).toEqual(["Rochefort", "Vergeroux"]);
    expect(communesByPostalCode("20000").map(({ name }) => name)).toEqual(["Ajaccio"]);
    expect(communesByPostalCode("99999")).toEqual([]);
  });

  it("lead from a SIREN, in Corsica too", () => {
    expect(communeBySiren("211702998")?.name).toBe("Rochefort");
    expect(communeBySiren("212000046")?.name).toBe("Ajaccio");
    expect(communeBySiren("111111111")).toBeUndefined();
  });

  it("lead from the names of the whole country", () => {
    expect(Object.keys(allNames())).toHaveLength(current.length);
    expect(allNames()["2A108"]).toBe("Évisa");
  });
});
