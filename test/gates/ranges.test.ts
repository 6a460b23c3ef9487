import { describe, expect, it } from "@jest/globals";
import { boundsOf, isPrivateRange, reachOf, standsIn } from "../../gates/knowledge/ranges";

describe("who a range lets in", () => {
  it.each([
    "0.0.0.0/0",
    "::/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "8000::/1",
    "90.0.0.0/9",
    "198.51.0.0/15",
    "2001:db8::/31",
    "10.0.0.0/7",
    "0::/0",
  ])("%s: everyone", (range) => {
    expect(reachOf(range)).toBe("everyone");
  });

  it.each(["192.0.2.0/24", "198.51.0.0/16", "10.0.0.0/8", "172.16.0.0/12", "fc00::/7", "2001:db8::/32", "192.0.2.7"])(
    "%s: some",
    (range) => {
      expect(reachOf(range)).toBe("some");
    },
  );

  it.each(["", "internet", "300.0.0.0/8", "10.0.0.0/33", "0.0.0.0/-1"])("%j: unknown", (range) => {
    expect(reachOf(range)).toBe("unknown");
  });
});

it("takes a range for private only when all of it is", () => {
  expect(["10.20.0.0/16", "100.64.0.0/10", "fd00::/8"].map(isPrivateRange)).toEqual([true, true, true]);
  expect(["172.0.0.0/8", "11.0.0.0/8", "fb00::/7", "no"].map(isPrivateRange)).toEqual([false, false, false, false]);
});

it("tells whether a range stands in another", () => {
  expect(standsIn("10.20.1.0/24", "10.20.0.0/16")).toBe(true);
  expect(standsIn("10.20.0.0/16", "10.20.1.0/24")).toBe(false);
  expect(standsIn("10.20.1.0/24", "fd00::/8")).toBe(false);
});

it.each([
  ["10.20.0.0/22", "0a140000", "0a1403ff"],
  ["10.20.1.7/22", "0a140000", "0a1403ff"],
  ["192.0.2.7", "c0000207", "c0000207"],
  ["0.0.0.0/0", "00000000", "ffffffff"],
  ["fd00::/64", `fd00${"0".repeat(28)}`, `fd00${"0".repeat(12)}${"f".repeat(16)}`],
])("knows the first and the last address of %s", (range, first, last) => {
  expect(boundsOf(range)).toMatchObject({ first, last });
});
