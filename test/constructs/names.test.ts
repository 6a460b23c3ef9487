import communes from "@etalab/decoupage-administratif/data/communes.json";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addressPart, containerName, hostName, type NamedTown, shownName } from "../../constructs/names";
import { slug } from "../../schema/slug";

const town = (name: string, insee: string): NamedTown => ({ name, insee, slug: slug(name) });

const AIX = town("Île-d'Aix", "17004");
const LONGEST = town("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "51513");
const LONGEST_SERVICE = "a".repeat(30);
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const BUCKET = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** Any text that could come as a town's name, with what French names hold made frequent. */
const anyTown = fc
  .record({
    name: fc.oneof(
      fc.string({ unit: fc.constantFrom(...`ÎÉœÿçaez' -()\${}%`), maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
    ),
    insee: fc.constantFrom("17004", "2A004", "97411"),
  })
  .map(({ name, insee }) => town(name, insee));
const anyService = fc.stringMatching(/^[a-z][a-z0-9-]{0,40}$/);

/** Length of a name once OpenTofu has read it. */
const shownLength = (name: string) => name.replaceAll(/([$%])\1\{/g, "$1{").length;

describe("shownName", () => {
  it.each([
    [AIX, ["site-web"], "Île-d'Aix-17004-site-web"],
    [AIX, [], "Île-d'Aix-17004"],
    [town("L'Haÿ-les-Roses", "94038"), ["ged", "2"], "L'Haÿ-les-Roses-94038-ged-2"],
    [town("Œuilly", "02565"), ["apps"], "Œuilly-02565-apps"],
    [town("Bors (Canton de Charente-Sud)", "16053"), ["apps"], "Bors (Canton de Charente-Sud)-16053-apps"],
    [town(`\${file("/etc/passwd")}`, "17004"), ["ged"], `$\${file("/etc/passwd")}-17004-ged`],
    [LONGEST, [LONGEST_SERVICE, "8", "data"], `${LONGEST.name}-51513-${LONGEST_SERVICE}-8-data`],
  ])("gives %j with %j the name %s", (given, parts, expected) => {
    expect(shownName(given, ...parts)).toBe(expected);
  });

  it("fills the 255 characters that OpenStack keeps, and no more", () => {
    expect(shownName(town("é".repeat(300), "17004"), "ged")).toMatch(/^é{236}-[0-9a-f]{8}-17004-ged$/);
  });

  it("has 255 characters at most, and no character that Nova refuses, for any name", () => {
    fc.assert(
      fc.property(anyTown, anyService, (given, service) => {
        const name = shownName(given, service, "1");
        return (
          shownLength(name) <= 255 && /^[^\p{C}\p{Zl}\p{Zp}\u{10000}-\u{10FFFF}]+$/u.test(name) && name === name.trim()
        );
      }),
    );
  });
});

describe("hostName", () => {
  it.each([
    [AIX, "site-web", 1, "ile-d-aix-17004-site-web-1"],
    [town("L'Île-Rousse", "2B134"), "ged", 2, "l-ile-rousse-2b134-ged-2"],
    [town("Œuilly", "02565"), "ged", 1, "oeuilly-02565-ged-1"],
  ])("names a host of %j, service %s, rank %i: %s", (given, service, rank, expected) => {
    expect(hostName(given, service, rank)).toBe(expected);
  });

  it("keeps the INSEE code, the service and the rank of the longest name in France", () => {
    expect(hostName(LONGEST, LONGEST_SERVICE, 8)).toMatch(/^saint-rem.*-[0-9a-f]{8}-51513-a{30}-8$/);
  });

  it("is a DNS label for any name", () => {
    fc.assert(
      fc.property(anyTown, anyService, fc.integer({ min: 1, max: 8 }), (given, service, rank) =>
        LABEL.test(hostName(given, service, rank)),
      ),
    );
  });

  it("is a DNS label, and another one, for each commune of France", () => {
    const names = communes
      .filter(({ type }) => type === "commune-actuelle")
      .map(({ nom, code }) => hostName(town(nom, code), LONGEST_SERVICE, 8));
    expect(names.length).toBeGreaterThan(34_000);
    expect(names.filter((name) => !LABEL.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("containerName", () => {
  it("does not change with the name of the town", () => {
    expect(containerName(AIX, "ged", "documents")).toBe("17004-ged-documents");
    expect(containerName(town("Aix-sur-Mer", "17004"), "ged", "documents")).toBe("17004-ged-documents");
  });

  it("is lower-case in Corsica too", () => {
    expect(containerName(town("Ajaccio", "2A004"), "ged", "documents")).toBe("2a004-ged-documents");
  });

  it("is a bucket name for any service", () => {
    fc.assert(
      fc.property(anyTown, anyService, (given, service) => BUCKET.test(containerName(given, service, "documents"))),
    );
  });
});

describe("addressPart", () => {
  it.each(["ingress-tcp-443-internet", "ged", "1"])("keeps %s, which is one already", (text) => {
    expect(addressPart(text)).toBe(text);
  });

  it.each([
    ["192.0.2.0/24", /^192-0-2-0-24-[0-9a-f]{8}$/],
    ["État civil", /^tat-civil-[0-9a-f]{8}$/],
    ["a_b", /^a-b-[0-9a-f]{8}$/],
    [`\${x}`, /^x-[0-9a-f]{8}$/],
    ["!", /^x-[0-9a-f]{8}$/],
    ["", /^x-[0-9a-f]{8}$/],
  ])("makes one of %j", (text, expected) => {
    expect(addressPart(text)).toMatch(expected);
  });

  it("never makes the same of two texts", () => {
    const texts = ["a-b", "a_b", "a.b", "a b", "A-b", "a--b", "-a-b", "a-b-"];
    expect(new Set(texts.map(addressPart)).size).toBe(texts.length);
  });
});
