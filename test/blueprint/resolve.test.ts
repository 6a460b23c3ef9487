import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Origin } from "../../blueprint/blueprint";
import { placeOf } from "../../blueprint/origin";
import { resolve } from "../../blueprint/resolve";
import { loadConfig } from "../../schema/load";
import { exampleConfig } from "../config-folder";

const ROCHEFORT = "towns/17299-rochefort.yaml";
const rochefort = (lines: string) =>
  resolve(loadConfig(exampleConfig({ [ROCHEFORT]: `insee: "17299"\n${lines}` })), "17299");
const THREE = "services: [site-web, etat-civil, periscolaire]\n";

/** Dotted paths of the leaves of a value; a list is a leaf. */
function leaves(value: unknown, path = ""): string[] {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}

describe("resolve", () => {
  it("gives every leaf of the blueprint an origin, and nothing else one", () => {
    const { blueprint, origins } = rochefort(THREE);
    expect(Object.keys(origins).sort()).toEqual(leaves(blueprint).sort());
  });

  it("gives every origin a line, or the rule that needs none", () => {
    const { origins } = rochefort(THREE);
    const nowhere = Object.entries(origins).filter(([, { at, rule }]: [string, Origin]) => !at && !rule);
    expect(nowhere).toEqual([]);
  });

  it("takes name, population and SIREN from the register of communes", () => {
    expect(rochefort(THREE).blueprint.town).toMatchObject({ name: "Rochefort", population: 23460, siren: "211702998" });
  });

  it("sizes a town by its population", () => {
    expect(rochefort(THREE).blueprint.size).toBe("L");
  });

  it("takes another size where the town says so, from that line", () => {
    const { blueprint, origins } = rochefort(`${THREE}size:\n  class: XL\n  reason: Chef-lieu d'un pôle de santé\n`);
    expect(blueprint.size).toBe("XL");
    expect(origins.size).toEqual({ layer: "town", at: { file: ROCHEFORT, line: 4, column: 10 } });
  });

  it("lets a town ask for other needs than the catalogue's, from that line", () => {
    const { blueprint, origins } = rochefort(`${THREE}settings:\n  site-web:\n    hosts: 5\n    dataGiB: 77\n`);
    expect(blueprint.services["site-web"]?.hosts.count).toBe(5);
    expect(blueprint.services["site-web"]?.data?.sizeGiB).toBe(77);
    expect(origins["services.site-web.hosts.count"]).toMatchObject({ layer: "town", at: { file: ROCHEFORT, line: 5 } });
  });

  it("inherits a need that the class leaves out from the class below", () => {
    const service = `title: Essai
sensitivity: public
zone: apps
image: debian
sizing:
  XS: { hosts: 1, flavour: small, dataGiB: 11 }
  M: { flavour: large }
`;
    const folder = exampleConfig({
      "services/essai.yaml": service,
      [ROCHEFORT]: 'insee: "17299"\nservices: [essai]\n',
    });
    const { blueprint, origins } = resolve(loadConfig(folder), "17299");
    expect(blueprint.services.essai).toMatchObject({
      hosts: { count: 1, flavour: { name: "c4-r8" } },
      data: { sizeGiB: 11 },
    });
    expect(origins["services.essai.hosts.flavour.name"]?.at).toMatchObject({ file: "services/essai.yaml", line: 7 });
    expect(origins["services.essai.data.sizeGiB"]?.at).toMatchObject({ file: "services/essai.yaml", line: 6 });
  });

  it("starts the hosts of a flavour without a disk from a volume of an encrypted type", () => {
    expect(rochefort(THREE).blueprint.services["site-web"]?.hosts).toMatchObject({
      bootVolumeGiB: 20,
      bootVolumeType: "luks",
    });
  });

  it("gives a zone the quarter of the block that its rank says", () => {
    const { blueprint } = rochefort(THREE);
    const [base = ""] = blueprint.range.split("/");
    const third = Number(base.split(".")[2]);
    expect(blueprint.zones.data?.range.split(".")[2]).toBe(String(third + 2));
  });

  it("names a flow after what it is, and leads it to the line that opened it", () => {
    const opening =
      "openings:\n  - service: site-web\n    port: 8443\n    from: [192.0.2.0/24]\n    reason: Recette du prestataire\n";
    const { blueprint, origins } = rochefort(`${THREE}${opening}`);
    const flow = blueprint.services["site-web"]?.flows["ingress-tcp-8443-192-0-2-0-24"];
    expect(flow).toMatchObject({
      direction: "ingress",
      port: 8443,
      range: "192.0.2.0/24",
      reason: "Recette du prestataire",
    });
    expect(placeOf(origins, "services.site-web.flows.ingress-tcp-8443-192-0-2-0-24.range")).toEqual({
      file: ROCHEFORT,
      line: 6,
      column: 12,
    });
  });

  it("opens SSH to the ranges of the syndicate's team alone", () => {
    const flows = Object.values(rochefort(THREE).blueprint.services["site-web"]?.flows ?? {});
    expect(flows.filter(({ port }) => port === 22).map(({ range }) => range)).toEqual(["192.0.2.16/28"]);
  });

  it("makes one rule of a flow that is said twice under two names", () => {
    const twice = `${THREE}townHall: [198.51.100.32/28]
openings:
  - { service: etat-civil, port: 443, from: [198.51.100.32/28], reason: la même plage que la mairie }
`;
    const flows = Object.values(rochefort(twice).blueprint.services["etat-civil"]?.flows ?? {});
    const same = flows.filter(({ port, range }) => port === 443 && range === "198.51.100.32/28");
    expect(same.map(({ peer }) => peer)).toEqual(["town-hall"]);
  });

  it("gives the syndicate's public keys to new hosts", () => {
    expect(rochefort(THREE).blueprint.administratorKeys).toEqual([expect.stringMatching(/^ssh-ed25519 /)]);
  });

  it("opens nothing from the town hall of a town that gives no range", () => {
    const flows = Object.values(rochefort(THREE).blueprint.services["etat-civil"]?.flows ?? {});
    expect(flows.filter(({ peer }) => peer === "town-hall")).toEqual([]);
  });

  it("says the same whatever the order of services, openings and settings", () => {
    const services = ["site-web", "etat-civil", "periscolaire", "ged"];
    const openings = [80, 8080, 9090].map(
      (port) => `  - { service: site-web, port: ${port}, from: [192.0.2.0/24], reason: essai de stabilité }\n`,
    );
    const write = (names: string[], opened: string[]) =>
      rochefort(`services: [${names.join(", ")}]\nopenings:\n${opened.join("")}`).blueprint;
    const expected = write(services, openings);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(services, { minLength: 4 }),
        fc.shuffledSubarray(openings, { minLength: 3 }),
        (names, opened) => {
          expect(write(names, opened)).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
  });

  it("changes nothing in a service when another one comes", () => {
    const before = rochefort(THREE).blueprint;
    const after = rochefort("services: [site-web, etat-civil, periscolaire, ged]\n").blueprint;
    const { ged, ...others } = after.services;
    expect(ged).toBeDefined();
    expect(others).toEqual(before.services);
    expect({ ...after, services: {} }).toEqual({ ...before, services: {} });
  });
});
