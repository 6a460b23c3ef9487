import { describe, expect, it } from "@jest/globals";
import type { ChosenImages } from "../../../engine/discover/choose-images";
import { chooseNetworks } from "../../../engine/discover/choose-networks";
import type { Found } from "../../../engine/discover/found";
import { judge } from "../../../engine/discover/judge";
import { readTargetFiles } from "../../../engine/discover/target-files";
import { exampleConfig } from "../../config-folder";

const { target } = readTargetFiles(exampleConfig(), "dc-aunis");
const { externalNetwork, flavours, images, volumes } = target.value;
const image = Object.values(images)[0] as string;

/** A cloud that has just what the target names. */
const FOUND: Found = {
  externalNetworks: new Map([[externalNetwork, ["n1"]]]),
  images: [{ id: "i1", name: image, made: "2026-09-14T08:00:00Z" }],
  flavours: Object.fromEntries(
    Object.values(flavours).map((name) => [name, { id: name, vcpus: 1, ramMiB: 1024, diskGiB: 0 }]),
  ),
  volumeTypes: { [volumes.type]: "t1", standard: "t2" },
  zones: { compute: ["nova"], volume: ["nova"] },
  extensions: [],
  limits: { project: "hosting" },
};
const CHOSEN: ChosenImages = { images: { [image]: "i1" }, gone: new Map(), notes: [] };

function judged(more: Partial<Found>, chosen: Partial<ChosenImages> = {}, pinned = {}) {
  const found = { ...FOUND, ...more };
  const networks = chooseNetworks(found.externalNetworks, pinned);
  return judge("dc-aunis", target, found, { images: { ...CHOSEN, ...chosen }, networks });
}

describe("a target and its cloud", () => {
  it("fit when the cloud has all that the target names", () => {
    expect(judged({})).toEqual([]);
  });

  it("do not fit when names are missing: each is told, with its line and a suggestion", () => {
    const close = `${externalNetwork}x`;
    const problems = judged(
      { externalNetworks: new Map([[close, ["n1"]]]), flavours: {}, volumeTypes: {}, images: [] },
      { images: {} },
    );
    expect(problems.map(({ code }) => code)).toEqual(Array(8).fill("cloud-lacks-name"));
    expect(problems[0]).toEqual({
      code: "cloud-lacks-name",
      at: target.placeOf(["externalNetwork"]),
      what: {
        en: `The cloud shows no external network "${externalNetwork}". Did you mean "${close}"?`,
        fr: `Le cloud ne montre aucun réseau externe « ${externalNetwork} ». Vouliez-vous dire « ${close} » ?`,
      },
      accepted: { en: close, fr: close },
      fix: { en: `Write \`${close}\`.`, fr: `Écrivez \`${close}\`.` },
    });
  });

  it("do not fit when the pinned image is gone, and the command that mends it is told", () => {
    const gone = new Map([[image, { id: "i0", newest: "i1" }]]);
    const [problem, ...others] = judged({}, { images: {}, gone });
    expect(others).toEqual([]);
    expect(problem?.code).toBe("pinned-image-gone");
    expect(problem?.fix.fr).toMatch(/\n\.\/beffroi discover dc-aunis --renew-images$/);
  });

  it("do not fit when two networks have the name, unless the facts already say which", () => {
    const externalNetworks = new Map([[externalNetwork, ["n1", "n2"]]]);
    expect(judged({ externalNetworks })[0]).toMatchObject({
      code: "cloud-name-ambiguous",
      accepted: { en: "n1 or n2" },
    });
    expect(judged({ externalNetworks }, {}, { [externalNetwork]: "n2" })).toEqual([]);
  });

  it("do not fit when the target calls a type encrypted that is not", () => {
    expect(judged({ encryptedVolumeTypes: [volumes.type] })).toEqual([]);
    expect(judged({ encryptedVolumeTypes: [] }).map(({ code }) => code)).toEqual(["volume-type-not-encrypted"]);
  });

  it("do not fit when no zone is up", () => {
    expect(judged({ zones: { compute: ["nova"], volume: [] } }).map(({ code }) => code)).toEqual(["cloud-lacks-zones"]);
  });
});
