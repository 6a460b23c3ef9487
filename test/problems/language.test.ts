import { describe, expect, it } from "@jest/globals";
import { languageFrom } from "../../problems/language";

describe("languageFrom", () => {
  it.each([
    [undefined, {}, "en"],
    [undefined, { LANG: "fr_FR.UTF-8" }, "fr"],
    [undefined, { LC_ALL: "C", LANG: "fr_FR.UTF-8" }, "en"],
    [undefined, { LC_ALL: "", LC_MESSAGES: "", LANG: "fr_BE" }, "fr"], // an empty variable says nothing
    ["en", { LANG: "fr_FR.UTF-8" }, "en"],
    ["FR", {}, "fr"],
  ] as const)("with --lang %s and %j is %s", (asked, env, language) => {
    expect(languageFrom(asked, env)).toBe(language);
  });
});
