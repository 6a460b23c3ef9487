import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  fromNumber,
  holds,
  isPrivate,
  isPublic,
  isRange,
  overlap,
  parseRange,
  toNumber,
  wholeRange,
} from "../../schema/ranges";

describe("isRange", () => {
  it.each(["0.0.0.0/0", "10.64.0.0/10", "192.0.2.7/32", "::/0", "2001:db8::/32", "2001:DB8::1/128"])(
    "takes %s",
    (text) => {
      expect(isRange(text)).toBe(true);
    },
  );

  it.each([
    "10.64.0.1/10",
    "10.64.0.0",
    "10.64.0.0/33",
    "10.64.0/10",
    "010.64.0.0/10",
    "10.64.0.0/010",
    "10.64.0.0/-1",
    " 10.64.0.0/10",
    "10.64.0.0/10 ",
    "0x0a.0.0.0/8",
    "2001:db8::1/64",
    "::ffff:10.0.0.0/104",
    "fe80::%eth0/64",
    "internet",
    "",
  ])("refuses %j", (text) => {
    expect(isRange(text)).toBe(false);
  });
});

it("wholeRange goes back to the first address", () => {
  expect(wholeRange("192.0.2.77/26")).toBe("192.0.2.64/26");
  expect(wholeRange("2001:db8::77/64")).toBe("2001:db8::/64");
});

describe("overlap and holds", () => {
  it.each([
    ["10.0.0.0/8", "10.64.0.0/22", true, true],
    ["10.64.0.0/22", "10.0.0.0/8", true, false],
    ["10.64.0.0/22", "10.64.0.0/22", true, true],
    ["10.64.0.0/22", "10.64.4.0/22", false, false],
    ["0.0.0.0/0", "192.0.2.0/24", true, true],
    ["0.0.0.0/0", "::/0", false, false],
  ])("%s and %s", (left, right, meet, inside) => {
    expect(overlap(left, right)).toBe(meet);
    expect(overlap(right, left)).toBe(meet);
    expect(holds(left, right)).toBe(inside);
  });
});

describe("isPrivate and isPublic", () => {
  it.each([
    ["10.64.0.0/10", true, false],
    ["172.16.0.0/12", true, false],
    ["172.0.0.0/8", false, true],
    ["192.168.1.0/24", true, false],
    ["100.64.1.0/24", false, false],
    ["127.0.0.1/32", false, false],
    ["169.254.0.0/16", false, false],
    ["fd00::/64", false, false],
    ["192.0.2.0/24", false, true],
    ["2001:db8::/48", false, true],
    ["0.0.0.0/0", false, true],
  ])("%s", (range, isPriv, isPub) => {
    expect(isPrivate(range)).toBe(isPriv);
    expect(isPublic(range)).toBe(isPub);
  });
});

it("an address survives being counted", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(fromNumber(toNumber(address))).toBe(address);
    }),
  );
});

it("every range that is one has a length that its address allows", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(40), (address, bits) => {
      expect(parseRange(`${address}/${bits}`) !== undefined).toBe(bits <= 32);
    }),
  );
});
