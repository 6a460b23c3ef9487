import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { nextBlocks } from "../../schema/allocation";
import { holds, overlap } from "../../schema/ranges";

const POOL = "10.64.0.0/10";

describe("nextBlocks", () => {
  it("starts at the first address of the pool", () => {
    expect(nextBlocks(POOL, [], 3)).toEqual(["10.64.0.0/22", "10.64.4.0/22", "10.64.8.0/22"]);
  });

  it("goes on after the last block ever given, whatever the order of the lines", () => {
    expect(nextBlocks(POOL, ["10.64.252.0/22", "10.64.4.0/22"], 2)).toEqual(["10.65.0.0/22", "10.65.4.0/22"]);
  });

  it("leaves the hole of a line that was lost", () => {
    expect(nextBlocks(POOL, ["10.64.0.0/22", "10.64.8.0/22"], 1)).toEqual(["10.64.12.0/22"]);
  });

  it("gives what is left when the pool ends", () => {
    expect(nextBlocks("10.64.0.0/20", ["10.64.0.0/22", "10.64.4.0/22"], 5)).toEqual(["10.64.8.0/22", "10.64.12.0/22"]);
    expect(nextBlocks("10.64.0.0/22", ["10.64.0.0/22"], 1)).toEqual([]);
  });

  it("holds 4,096 towns in the pool of the example", () => {
    expect(nextBlocks(POOL, [], 5000)).toHaveLength(4096);
  });

  it("never gives what was given, nor anything outside the pool", () => {
    const ranks = fc.uniqueArray(fc.nat(200), { maxLength: 20 });
    fc.assert(
      fc.property(ranks, fc.integer({ min: 1, max: 8 }), (given, wanted) => {
        const taken = given.map((rank) => nextBlocks(POOL, [], rank + 1).at(-1) as string);
        const fresh = nextBlocks(POOL, taken, wanted);
        expect(fresh).toHaveLength(wanted);
        expect(new Set(fresh).size).toBe(wanted);
        for (const block of fresh) {
          expect(holds(POOL, block)).toBe(true);
          expect(taken.some((other) => overlap(other, block))).toBe(false);
        }
      }),
    );
  });
});
