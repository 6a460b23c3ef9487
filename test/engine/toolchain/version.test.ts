import { describe, expect, it } from "@jest/globals";
import { isOlder, isReleaseFrom } from "../../../engine/toolchain/version";

describe("isReleaseFrom", () => {
  it.each(["1.12.0", "1.12.10", "1.13.0", "2.0.0"])("takes %s", (version) => {
    expect(isReleaseFrom(version, "1.12.0")).toBe(true);
  });

  it.each(["1.11.99", "0.12.31", "1.12.6-dev", "1.13.0-rc1", "1.12", "", "unknown"])("refuses %j", (version) => {
    expect(isReleaseFrom(version, "1.12.0")).toBe(false);
  });
});

describe("isOlder", () => {
  it("compares numbers, not text", () => {
    expect(isOlder("1.9.9", "1.26.6")).toBe(true);
    expect(isOlder("1.26.10", "1.26.6")).toBe(false);
  });

  it("counts what is absent as zero", () => {
    expect(isOlder("1.26", "1.26.1")).toBe(true);
    expect(isOlder("1.26.0", "1.26")).toBe(false);
  });
});
