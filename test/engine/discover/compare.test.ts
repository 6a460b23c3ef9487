import { describe, expect, it } from "@jest/globals";
import { checkFacts, compareFacts } from "../../../engine/discover/compare";
import type { Facts } from "../../../schema/files/facts";

const FACTS: Facts = {
  discovered: "2026-01-31T08:30:00Z",
  externalNetworks: { public: "n1" },
  images: { "debian-13": "i1" },
  flavours: { small: { id: "f1", vcpus: 1, ramMiB: 2048, diskGiB: 0 } },
  volumeTypes: { luks: "t1" },
  zones: { compute: ["nova"], volume: ["nova"] },
  extensions: ["address-group", "router"],
  limits: { project: "hosting", compute: { instances: 10 } },
};
const compared = (more: Partial<Facts>) => compareFacts(FACTS, { ...FACTS, ...more });

describe("facts and their cloud", () => {
  it("are alike on another day", () => {
    expect(compared({ discovered: "2027-01-31T08:30:00Z" })).toEqual({ differences: [], notes: [] });
  });

  it("differ by what changed, what came and what went, each named", () => {
    const { differences } = compared({
      images: { "debian-13": "i2" },
      flavours: { small: { id: "f1", vcpus: 2, ramMiB: 2048, diskGiB: 0 } },
      volumeTypes: { standard: "t2" },
    });
    expect(differences).toEqual([
      { path: ["flavours", "small", "vcpus"], committed: 1, live: 2 },
      { path: ["images", "debian-13"], committed: "i1", live: "i2" },
      { path: ["volumeTypes", "luks"], committed: "t1" },
      { path: ["volumeTypes", "standard"], live: "t2" },
    ]);
  });

  it("differ by the items of a list, not by their order", () => {
    expect(compared({ extensions: ["router", "address-group"] }).differences).toEqual([]);
    expect(compared({ extensions: ["router", "trunk"] }).differences).toEqual([
      { path: ["extensions"], committed: "address-group" },
      { path: ["extensions"], live: "trunk" },
    ]);
  });

  it("are not stale by the limits of another project, which yet replace them when written", () => {
    const checked = (limits: Facts["limits"]) => checkFacts(FACTS, { ...FACTS, limits });
    const others = { project: "admin", compute: { instances: -1 } };
    expect(compared({ limits: others }).differences).toHaveLength(2);
    expect(checked({ project: "hosting", compute: { instances: 20 } }).differences).toHaveLength(1);
    const { differences, notes } = checked(others);
    expect(differences).toEqual([]);
    expect(notes[0]?.en).toBe(
      "limits: those of the facts are of the project hosting, these credentials open admin: not compared",
    );
  });

  it("differ in all when there were none", () => {
    expect(compareFacts({}, FACTS).differences).toHaveLength(Object.keys(FACTS).length - 1);
  });
});
