import { describe, expect, it } from "@jest/globals";
import { catalogue } from "../../scripts/generate/error-pages";
import { KIT } from "../config-folder";

const all = () => catalogue(KIT);

describe("the catalogue of problems", () => {
  it("gives each kind a code of its own, in small letters and hyphens", async () => {
    const codes = (await all()).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it("gives each kind a title in both languages, without a final period", async () => {
    for (const { code, title } of await all()) {
      expect([code, title.en, title.fr]).toEqual([
        code,
        expect.stringMatching(/^\S.*[^.]$/),
        expect.stringMatching(/^\S.*[^.]$/),
      ]);
      expect([code, title.en]).not.toEqual([code, title.fr]);
    }
  });

  it("tells each example whole, in both languages", async () => {
    for (const { code, example, tell } of await all()) {
      if (example === undefined) continue;
      const { what, accepted, fix } = tell(example);
      for (const text of [what, fix, ...(accepted ? [accepted] : [])]) {
        expect([code, text.en, text.fr]).toEqual([
          code,
          expect.stringMatching(/\w{2}/),
          expect.stringMatching(/\w{2}/),
        ]);
        expect(`${text.en} ${text.fr}`).not.toMatch(/undefined|NaN|\[object/);
      }
      expect([code, what.en]).not.toEqual([code, what.fr]);
    }
  });

  it("tells what is wrong in a config with an example of each", async () => {
    const kinds = await catalogue(KIT, /^config-.*\.ts$/);
    const without = kinds.filter(({ example }) => example === undefined);
    expect(without.map(({ code }) => code)).toEqual([]);
  });
});
