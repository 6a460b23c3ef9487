import { describe, expect, it } from "@jest/globals";
import { placementOf } from "../../stacks/placement";
import { blueprint } from "../blueprints";

const town = (insee: string, zones: { compute: string[]; volume: string[] }) => {
  const base = blueprint();
  return { ...base, town: { ...base.town, insee }, target: { ...base.target, zones } };
};
const THREE = { compute: ["a", "b", "c"], volume: ["a", "b", "c"] };

describe("placementOf", () => {
  it("puts the hosts of a service in different zones, then starts again", () => {
    const zones = [1, 2, 3, 4].map((rank) => placementOf(town("17299", THREE), rank).compute);
    expect(new Set(zones.slice(0, 3)).size).toBe(3);
    expect(zones[3]).toBe(zones[0]);
  });

  it("puts a volume beside its host", () => {
    const { compute, volume } = placementOf(town("17299", THREE), 2);
    expect(volume).toBe(compute);
  });

  it("puts a volume in the storage's own zone when it has no other", () => {
    expect(placementOf(town("17299", { compute: ["a", "b"], volume: ["nova"] }), 1).volume).toBe("nova");
  });

  it("spreads towns over the zones", () => {
    const towns = Array.from(
      { length: 300 },
      (_, index) => placementOf(town(String(17_000 + index), THREE), 1).compute,
    );
    for (const zone of THREE.compute) expect(towns.filter((found) => found === zone).length).toBeGreaterThan(60);
  });

  it("does not depend on the order of the facts", () => {
    const reversed = { compute: ["c", "b", "a"], volume: ["c", "a", "b"] };
    for (const rank of [1, 2, 3])
      expect(placementOf(town("17299", reversed), rank)).toEqual(placementOf(town("17299", THREE), rank));
  });

  it("leaves the choice to a cloud that tells no zones", () => {
    expect(placementOf(town("17299", { compute: [], volume: [] }), 1)).toEqual({});
  });
});
