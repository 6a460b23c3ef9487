import { describe, expect, it } from "@jest/globals";
import { isPrivate, overlap, rangeOf } from "../../../constructs/network/range";
import { refusal } from "../../synth";

describe("rangeOf", () => {
  it.each([
    ["192.0.2.0/24", "192.0.2.0/24", 4, 24],
    ["0.0.0.0/0", "0.0.0.0/0", 4, 0],
    ["203.0.113.7/32", "203.0.113.7/32", 4, 32],
    ["2001:db8::/32", "2001:db8::/32", 6, 32],
    ["2001:0DB8:0:0::/64", "2001:db8::/64", 6, 64],
    ["::/0", "::/0", 6, 0],
    ["::ffff:192.0.2.1/128", "::ffff:c000:201/128", 6, 128],
  ])("reads %s as %s", (written, text, family, bits) => {
    expect(rangeOf(written)).toMatchObject({ text, family, bits });
  });

  it("tells the first and the last address", () => {
    expect(rangeOf("10.0.1.0/24")).toMatchObject({ first: 0x0a000100n, last: 0x0a0001ffn });
  });

  it.each([
    ["no prefix", "192.0.2.0"],
    ["no address", "/24"],
    ["host bits", "192.0.2.1/24"],
    ["host bits, IPv6", "2001:db8::1/64"],
    ["a prefix that is too long", "192.0.2.0/33"],
    ["a prefix that is too long, IPv6", "::/129"],
    ["a negative prefix", "192.0.2.0/-1"],
    ["two prefixes", "192.0.2.0/24/24"],
    ["a name", "library"],
    ["nothing", ""],
    ["an interface", "fe80::%eth0/64"],
    ["a template", `\${x}/24`],
  ])("refuses %s: %s", (_, text) => {
    expect(() => rangeOf(text)).toThrow(refusal("range-invalid"));
  });
});

describe("isPrivate", () => {
  it.each(["10.0.0.0/8", "10.255.255.0/24", "172.16.0.0/12", "172.31.255.255/32", "192.168.0.0/16"])(
    "is true of %s",
    (text) => {
      expect(isPrivate(rangeOf(text))).toBe(true);
    },
  );

  it.each(["8.8.8.0/24", "172.32.0.0/16", "172.0.0.0/8", "8.0.0.0/6", "192.169.0.0/16", "::a00:0/104"])(
    "is false of %s",
    (text) => {
      expect(isPrivate(rangeOf(text))).toBe(false);
    },
  );
});

describe("overlap", () => {
  it.each([
    ["10.0.0.0/24", "10.0.0.0/24", true],
    ["10.0.0.0/24", "10.0.0.128/25", true],
    ["10.0.0.128/25", "10.0.0.0/24", true],
    ["10.0.0.0/25", "10.0.0.128/25", false],
    ["0.0.0.0/0", "::/0", false],
  ])("of %s and %s is %s", (left, right, expected) => {
    expect(overlap(rangeOf(left), rangeOf(right))).toBe(expected);
  });
});
