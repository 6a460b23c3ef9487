import { describe, expect, it } from "@jest/globals";
import { OperatorError } from "../../problems/problem";
import { findTowns, listTowns } from "../../schema/find-towns";
import { exampleConfig } from "../config-folder";

const EMPTY = "";

/** The example, with more towns, whose files are never read: they hold nothing. */
const folder = exampleConfig(
  Object.fromEntries(
    ["73214", "17373", "17376", "17349", "2A041-bonifacio", "85113-ile-d-yeu"].map((name) => [
      `towns/${name}.yaml`,
      EMPTY,
    ]),
  ),
);

function refusal(...texts: string[]) {
  try {
    return { found: findTowns(folder, texts) };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return error.problems.map(({ code, what, accepted, fix }) => [code, what.fr, accepted?.fr, fix.fr].join(" | "));
  }
}

describe("findTowns", () => {
  it.each([
    ["17299", "17299"],
    ["2a108", "2A108"],
    ["La Rochelle", "17300"],
    ["la rochelle", "17300"],
    ["Rochelle", "17300"],
    ["ile d aix", "17004"],
    ["ÎLE-D'AIX", "17004"],
    ["île d’aix", "17004"],
    ["evisa", "2A108"],
    ["  Châtelaillon plage ", "17094"],
    ["St Sauveur d'Aunis", "17396"],
    ["St-Jean de Liversay", "17349"],
    ["l'ile d'yeu", "85113"],
  ])("finds %j", (text, insee) => {
    expect(findTowns(folder, [text])).toEqual([insee]);
  });

  it("takes the whole name before the one without its article", () => {
    const both = exampleConfig({ "towns/10366.yaml": EMPTY, "towns/88444-le-saulcy.yaml": EMPTY });
    expect(findTowns(both, ["saulcy"])).toEqual(["10366"]);
    expect(findTowns(both, ["Le Saulcy"])).toEqual(["88444"]);
  });

  it("gives each town once, in the order asked for", () => {
    expect(findTowns(folder, ["La Rochelle", "17004", "17300"])).toEqual(["17300", "17004"]);
  });

  it("lists the candidates of a name that several towns of the config have", () => {
    expect(refusal("rochefort")).toEqual([
      "town-ambiguous | 2 communes de la configuration s'appellent « rochefort ». | " +
        "17299 : Rochefort (département 17) ; 73214 : Rochefort (département 73) | " +
        "Écrivez le code INSEE au lieu du nom.",
    ]);
  });

  it("counts only the towns of the config: elsewhere there is another Rochefort", () => {
    expect(findTowns(exampleConfig(), ["rochefort"])).toEqual(["17299"]);
  });

  it.each([
    ["rochell", "Vouliez-vous dire La Rochelle (17300) ?"],
    ["bonifaccio", "Vouliez-vous dire Bonifacio (2A041) ?"],
    ["chatelaillon", "Vouliez-vous dire Châtelaillon-Plage (17094) ?"],
    ["17298", "Pour héberger Rioux (17298), écrivez d'abord le fichier towns/17298.yaml."],
    ["Aytré", "Pour héberger Aytré (17028), écrivez d'abord le fichier towns/17028.yaml."],
    ["17028", "Pour héberger Aytré (17028), écrivez d'abord le fichier towns/17028.yaml."],
    ["Trifouillis-les-Oies", "Voyez dans towns/ quelles communes il y a."],
  ])("says what may be meant by %j", (text, said) => {
    expect(refusal(text)).toEqual([expect.stringMatching(/^town-unknown/)]);
    expect(refusal(text)).toEqual([expect.stringContaining(said)]);
  });

  it("tells all that it did not find, at once", () => {
    expect(refusal("rochefort", "17299", "nulle part")).toHaveLength(2);
  });
});

describe("listTowns", () => {
  it("goes by the names of the files, sorted by code", () => {
    expect(listTowns(exampleConfig())).toEqual(["17004", "17094", "17299", "17300", "17396", "2A108"]);
  });

  it("refuses a folder that does not exist", () => {
    expect(() => listTowns("/nulle/part")).toThrow(OperatorError);
  });
});
