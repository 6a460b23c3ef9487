import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cut, description, digest, joined, literal, printable } from "../../constructs/text";

/** What OpenTofu makes of a template without any reference. */
const rendered = (template: string) => template.replaceAll(/([$%])\1\{/g, "$1{");

/** Text in which OpenTofu's two openings are frequent. */
const templates = fc
  .array(fc.oneof(fc.constantFrom("${", "%{", "$", "%", "{", "}", "$$"), fc.string({ maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(""));

describe("literal", () => {
  it.each([
    [`\${path.module}`, `$\${path.module}`],
    ["%{ if true }", "%%{ if true }"],
    [`a \${b} %{c} \${d}`, `a $\${b} %%{c} $\${d}`],
    ["100 % pour 20 $", "100 % pour 20 $"],
    ["$ {x} %x{", "$ {x} %x{"],
    ["", ""],
  ])("turns %j into %j", (text, expected) => {
    expect(literal(text)).toBe(expected);
  });

  it("is read back as the text itself", () => {
    fc.assert(fc.property(templates, (text) => rendered(literal(text)) === text));
  });
});

describe("printable", () => {
  it.each([
    ["two spellings of one name become one", "I\u0302le-d'Aix", "Île-d'Aix"],
    ["line breaks and tabs become a space", "un\r\n\tdeux", "un deux"],
    ["controls become a space", "un\u0000\u007fdeux", "un deux"],
    ["what lies beyond U+FFFF goes", "Rue 🏰 basse", "Rue basse"],
    ["half a pair goes", "a\ud83cb", "a b"],
    ["spaces at the ends go", "  Aix ", "Aix"],
    ["letters, accents and punctuation stay", "L'Haÿ-les-Roses (Œuf) n° 1", "L'Haÿ-les-Roses (Œuf) n° 1"],
  ])("%s", (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});

describe("cut", () => {
  it("keeps a text that fits, to the last character", () => {
    expect(cut("1234567890", 10)).toBe("1234567890");
  });

  it("ends a longer one with a digest of the whole, at the limit", () => {
    const text = "a".repeat(21);
    expect(cut(text, 20)).toBe(`${"a".repeat(11)}-${digest(text)}`);
  });

  it("tells apart two texts that start alike", () => {
    expect(cut(`${"a".repeat(30)}1`, 20)).not.toBe(cut(`${"a".repeat(30)}2`, 20));
  });
});

describe("joined", () => {
  it.each([
    ["joins what fits", "ile-d-aix", "17004", 20, "ile-d-aix-17004"],
    ["gives the tail alone when there is no head", "", "17004", 20, "17004"],
  ])("%s", (_, head, tail, max, expected) => {
    expect(joined(head, tail, max)).toBe(expected);
  });

  it("shortens the head first", () => {
    expect(joined("saint-remy-en-bouzemont", "51513-site-web-1", 39)).toMatch(
      /^saint-remy-en-[0-9a-f]{8}-51513-site-web-1$/,
    );
  });

  it("shortens the end when the tail leaves no room for the head", () => {
    expect(joined("aix", "x".repeat(40), 40)).toMatch(/^aix-x{27}-[0-9a-f]{8}$/);
  });

  it("never goes beyond its limit", () => {
    const words = fc.string({ maxLength: 80 });
    fc.assert(
      fc.property(
        words,
        words,
        fc.integer({ min: 20, max: 80 }),
        (head, tail, max) => joined(head, tail, max).length <= max,
      ),
    );
  });
});

describe("description", () => {
  it("is one literal line of 255 characters at most", () => {
    expect(description(`Mairie\n\${x} ${"é".repeat(300)}`)).toMatch(/^Mairie \$\$\{x\} é{234}-[0-9a-f]{8}$/);
  });
});
