import { describe, expect, it } from "@jest/globals";
import type { Context } from "../../../cli/command";
import { run } from "../../../cli/commands/explain";
import type { Language } from "../../../problems/language";
import { exampleConfig } from "../../config-folder";
import { screenOf } from "../screen";

const TOWN = 'insee: "17004"\nservices: [site-web]\n';
const explain = (how: { language?: Language; json?: boolean } = {}) => {
  const config = exampleConfig({ "towns/17004-ile-d-aix.yaml": TOWN });
  return screenOf((given) => run(given as Context, { town: "ile d aix" }), config, how);
};

/** The lines of the tree that tell these values. */
const linesOf = (out: string, ...values: string[]) =>
  out.split("\n").filter((line) => values.some((value) => line.includes(`─ ${value} `)));

describe("beffroi explain", () => {
  it("shows values with the line of the config, or the rule, that they come from", async () => {
    const { code, out } = await explain();
    expect(code).toBe(0);
    expect(
      linesOf(out, "population", "size", "region", "cidr", "count").join("\n").replaceAll(/ {3,}/g, "  "),
    ).toMatchInlineSnapshot(`
"│  ├─ population 186  INSEE · config/towns/17004-ile-d-aix.yaml:1
├─ size XS  rule size-by-population (the class whose bounds hold the legal population) · config/towns/17004-ile-d-aix.yaml:1
│  ├─ region RegionOne  target · config/targets/dc-aunis.yaml:10
│  │  ├─ count 1  service · config/services/site-web.yaml:17"
`);
  });

  it("says the same in French", async () => {
    const { out } = await explain({ language: "fr" });
    expect(linesOf(out, "size").join("")).toContain(
      "règle size-by-population (la classe dont les bornes contiennent la population légale)",
    );
  });

  it("gives machines the blueprint and the origin of each value", async () => {
    const { blueprint, origins } = JSON.parse((await explain({ json: true })).out);
    expect(blueprint.size).toBe("XS");
    expect(origins.size).toMatchObject({ layer: "rule", rule: "size-by-population" });
  });
});
