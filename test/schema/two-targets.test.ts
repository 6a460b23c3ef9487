import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { exampleConfig, KIT } from "../config-folder";
import { problemsOf } from "./problems-of";

const read = (file: string) => readFileSync(join(KIT, "config", file), "utf8");

/** A second target, which has the same image under another name. */
const SECOND = {
  "targets/ovh-rbx.yaml": read("targets/dc-aunis.yaml").replace("debian: ", "debian-13: "),
  "facts/ovh-rbx.yaml": read("facts/dc-aunis.yaml"),
};

const GED = "services/ged.yaml";
const ged = (image: string) => ({ [GED]: read(GED).replace("image: debian", `image: ${image}`) });

/** Every town that has the service, without it. */
const NOBODY = Object.fromEntries(
  ["17094-chatelaillon-plage", "17299-rochefort", "17300-la-rochelle"].map((name) => [
    `towns/${name}.yaml`,
    `insee: "${name.slice(0, 5)}"\nservices: [site-web]\n`,
  ]),
);

describe("the image of a service, with two targets", () => {
  it("must be named by the target that hosts it", () => {
    expect(problemsOf(exampleConfig({ ...SECOND, ...ged("debian-13") }))).toEqual([
      `${GED}: unknown-service-image 6:8`,
    ]);
  });

  it("must be named by each target that hosts it", () => {
    const aix = { "towns/17004-ile-d-aix.yaml": 'insee: "17004"\ntarget: ovh-rbx\nservices: [ged]\n' };
    expect(problemsOf(exampleConfig({ ...SECOND, ...aix }))).toEqual([`${GED}: unknown-service-image 6:8`]);
  });

  it("may be named by any target while no town has the service", () => {
    expect(problemsOf(exampleConfig({ ...SECOND, ...NOBODY, ...ged("debian-13") }))).toEqual([]);
  });

  it("must be named by some target even while no town has the service", () => {
    expect(problemsOf(exampleConfig({ ...SECOND, ...NOBODY, ...ged("alpine") }))).toEqual([
      `${GED}: unknown-service-image 6:8`,
    ]);
  });
});
