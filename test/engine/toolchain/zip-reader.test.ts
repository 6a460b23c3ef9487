import { describe, expect, it } from "@jest/globals";
import { readFromZip } from "../../../engine/toolchain/zip-reader";

/** Made by Info-ZIP 3.0: one deflated file, one stored, and a comment. */
const ARCHIVE = Buffer.from(
  "UEsDBBQAAAAIAH1DeF1p9VETDAAAACoAAAAMABwAZGVmbGF0ZWQudHh0VVQJAAONSgVrjUoFa3V4CwABBAAAAAAEAAAAAMtIzcnJV8ggTHIBAFBLAwQKAAAAAAB9Q3hdwkEkNQMAAAADAAAABgAcAHN0b3JlZFVUCQADjUoFa41KBWt1eAsAAQQAAAAABAAAAABhYmNQSwECHgMUAAAACAB9Q3hdafVREwwAAAAqAAAADAAYAAAAAAABAAAApIEAAAAAZGVmbGF0ZWQudHh0VVQFAAONSgVrdXgLAAEEAAAAAAQAAAAAUEsBAh4DCgAAAAAAfUN4XcJBJDUDAAAAAwAAAAYAGAAAAAAAAAAAAKSBUgAAAHN0b3JlZFVUBQADjUoFa3V4CwABBAAAAAAEAAAAAFBLBQYAAAAAAgACAJ4AAACVAAAACQBhIGNvbW1lbnQ=",
  "base64",
);

describe("readFromZip", () => {
  it("reads a deflated file", () => {
    expect(readFromZip(ARCHIVE, "deflated.txt").toString()).toBe(`${Array(7).fill("hello").join(" ")}\n`);
  });

  it("reads a stored file", () => {
    expect(readFromZip(ARCHIVE, "stored").toString()).toBe("abc");
  });

  it("says which file it does not find", () => {
    expect(() => readFromZip(ARCHIVE, "tofu")).toThrow("the archive holds no file named tofu");
  });

  it("says that something is not a zip archive", () => {
    expect(() => readFromZip(Buffer.from("<html>Please log in</html>"), "tofu")).toThrow("this is not a zip archive");
  });

  it("refuses a file that inflates to more than it announced", () => {
    const lying = Buffer.from(ARCHIVE);
    const entry = lying.indexOf("PK\u0001\u0002");
    lying.writeUInt32LE(3, entry + 24);
    expect(() => readFromZip(lying, "deflated.txt")).toThrow(/larger than 3 bytes/);
  });
});
