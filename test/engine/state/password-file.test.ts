import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { findPassword } from "../../../engine/state/pg/password-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-pgpass-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CONNECTION = { host: "db.example", port: 5432, database: "beffroi", user: "beffroi_17299_hosting" };

function find(lines: string, more: Partial<typeof CONNECTION> = {}, mode = 0o600): string | undefined {
  const file = join(folder, "pgpass");
  writeFileSync(file, lines);
  chmodSync(file, mode);
  return findPassword({ ...CONNECTION, ...more }, { PGPASSFILE: file });
}

describe("the password file of libpq", () => {
  it.each([
    ["the line of the role", "db.example:5432:beffroi:other:no\ndb.example:5432:beffroi:beffroi_17299_hosting:yes\n"],
    ["the first line that fits", "*:*:*:*:yes\ndb.example:5432:beffroi:beffroi_17299_hosting:no\n"],
    ["a line after comments and Windows ends", "# *:*:*:*:no\r\n\r\ndb.example:5432:*:*:yes\r\n"],
  ])("gives %s", (_, lines) => {
    expect(find(lines)).toBe("yes");
  });

  it("reads colons and backslashes that are escaped", () => {
    expect(find("db.example:5432:be\\:ffroi:*:a\\:b\\\\c\n", { database: "be:ffroi" })).toBe("a:b\\c");
  });

  it("calls a socket localhost", () => {
    expect(find("localhost:5432:*:*:yes\n", { host: "/run/postgresql" })).toBe("yes");
  });

  it.each([
    ["nobody's line fits", "db.example:5433:*:*:no\n", 0o600],
    ["the file is open to others", "*:*:*:*:no\n", 0o640],
    ["a line is cut", "db.example:5432:beffroi\n", 0o600],
  ])("gives nothing when %s", (_, lines, mode) => {
    expect(find(lines, {}, mode)).toBeUndefined();
  });

  it("comes after PGPASSWORD", () => {
    expect(findPassword(CONNECTION, { PGPASSWORD: "direct", PGPASSFILE: join(folder, "none") })).toBe("direct");
  });
});
