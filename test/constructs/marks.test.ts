import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { headersOf, metadataOf, tagsOf } from "../../constructs/marks";
import { refusal } from "../synth";

const MARKS = { insee: "17004", commune: "Île-d'Aix", "managed-by": "beffroi" };
const anyMarks = fc.dictionary(
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,40}$/),
  fc.string({ unit: "grapheme", maxLength: 400 }),
);
const read = (text: string) => text.replaceAll(/([$%])\1\{/g, "$1{");

describe("tagsOf", () => {
  it("writes each mark as key=value, sorted by key", () => {
    expect(tagsOf(MARKS)).toEqual(["commune=Île-d'Aix", "insee=17004", "managed-by=beffroi"]);
  });

  it("holds the longest name of a commune whole", () => {
    const name = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson";
    expect(tagsOf({ commune: name })).toEqual([`commune=${name}`]);
  });

  it("parts nothing with a comma", () => {
    expect(tagsOf({ note: "un,deux" })).toEqual(["note=un deux"]);
  });

  it("starts no template", () => {
    expect(tagsOf({ note: `\${x}` })).toEqual([`note=$\${x}`]);
  });

  it("fills the 60 characters that older clouds keep, and no more", () => {
    const [tag] = tagsOf({ note: "é".repeat(56) });
    expect(tag).toMatch(/^note=é{46}-[0-9a-f]{8}$/);
    expect(tagsOf({ note: "é".repeat(55) })).toEqual([`note=${"é".repeat(55)}`]);
  });

  it("has 60 characters at most, on one line and without a comma, for any mark", () => {
    fc.assert(
      fc.property(anyMarks, (marks) =>
        tagsOf(marks).every((tag) => read(tag).length <= 60 && /^[^,\p{C}]+$/u.test(tag)),
      ),
    );
  });
});

describe("metadataOf", () => {
  it("keeps accents and apostrophes", () => {
    expect(metadataOf(MARKS)).toEqual(MARKS);
  });

  it("keeps a comma, which metadata may hold", () => {
    expect(metadataOf({ note: "un,deux" })).toEqual({ note: "un,deux" });
  });

  it("starts no template", () => {
    expect(metadataOf({ note: "%{x}" })).toEqual({ note: "%%{x}" });
  });

  it("fills the 255 characters that Nova keeps, and no more", () => {
    expect(metadataOf({ note: "é".repeat(255) })).toEqual({ note: "é".repeat(255) });
    expect(metadataOf({ note: "é".repeat(256) }).note).toMatch(/^é{246}-[0-9a-f]{8}$/);
  });

  it("has values of 255 characters at most for any mark", () => {
    fc.assert(
      fc.property(anyMarks, (marks) => Object.values(metadataOf(marks)).every((value) => read(value).length <= 255)),
    );
  });
});

describe("headersOf", () => {
  it("percent-encodes what is not ASCII", () => {
    expect(headersOf(MARKS)).toEqual({ commune: "%C3%8Ele-d'Aix", insee: "17004", "managed-by": "beffroi" });
  });

  it("is what Swift decodes back to the value", () => {
    const short = fc
      .string({ unit: fc.constantFrom(..."ÎéœaZ '()%,$"), maxLength: 25 })
      .map((text) => text.replaceAll(/ +/g, " ").trim());
    fc.assert(fc.property(short, (value) => decodeURIComponent(headersOf({ note: value }).note as string) === value));
  });

  it("fills the 256 bytes that Swift keeps, and no more", () => {
    expect(headersOf({ note: "a".repeat(256) })).toEqual({ note: "a".repeat(256) });
    expect(headersOf({ note: "a".repeat(257) }).note).toMatch(/^a{247}-[0-9a-f]{8}$/);
  });

  it("cuts no letter in two", () => {
    expect(headersOf({ note: "é".repeat(60) }).note).toMatch(/^(%C3%A9){41}-[0-9a-f]{8}$/);
  });

  it("has values of 256 printable ASCII bytes at most for any mark", () => {
    fc.assert(
      fc.property(anyMarks, (marks) => Object.values(headersOf(marks)).every((value) => /^[!-~]{0,256}$/.test(value))),
    );
  });
});

describe("a key", () => {
  it.each(["", "é", "a_b", "a=b", "a,b", "1a", "a b", "a".repeat(42)])("%j is refused everywhere", (key) => {
    for (const write of [tagsOf, metadataOf, headersOf])
      expect(() => write({ ...MARKS, [key]: "x" })).toThrow(refusal("mark-key-invalid"));
  });

  it("is refused with every other invalid one", () => {
    expect(() => tagsOf({ "a b": "x", é: "y" })).toThrow(refusal("mark-key-invalid", "mark-key-invalid"));
  });
});
