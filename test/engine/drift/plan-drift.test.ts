import { describe, expect, it } from "@jest/globals";
import { HIDDEN, planDrift } from "../../../engine/drift/plan-drift";

const GROUP = "openstack_networking_secgroup_v2";

/** A refresh-only plan that found one resource otherwise. */
function found(before: object, after: object | null, more: object = {}, type = GROUP) {
  const change = { actions: [after ? "update" : "delete"], before: { id: "g", ...before }, after, ...more };
  const now = after && { id: "g", ...after };
  return planDrift(
    JSON.stringify({
      resource_drift: [{ address: `${type}.a`, type, mode: "managed", change: { ...change, after: now } }],
    }),
  );
}

describe("the drift of a refresh-only plan", () => {
  it("names each attribute with its value before and now", () => {
    expect(found({ name: "a", tags: ["x"] }, { name: "b", tags: ["x", "y"] })).toEqual([
      {
        what: "changed",
        address: `${GROUP}.a`,
        type: GROUP,
        id: "g",
        attributes: [
          { attribute: "name", before: "a", now: "b" },
          { attribute: "tags", before: ["x"], now: ["x", "y"] },
        ],
      },
    ]);
  });

  it("says what is gone", () => {
    expect(found({ name: "a" }, null)).toEqual([
      { what: "gone", address: `${GROUP}.a`, type: GROUP, id: "g", attributes: [] },
    ]);
  });

  it("never shows a secret", () => {
    const secret = { before_sensitive: { admin_pass: true }, after_sensitive: {} };
    expect(found({ admin_pass: "old" }, { admin_pass: "new" }, secret)[0]?.attributes).toEqual([
      { attribute: "admin_pass", before: HIDDEN, now: HIDDEN },
    ]);
  });

  it("never shows what holds a secret", () => {
    const secret = { after_sensitive: { metadata: { password: true } } };
    const told = found({ metadata: { password: "old" } }, { metadata: { password: "new" } }, secret);
    expect(JSON.stringify(told)).not.toMatch(/old|new/);
    expect(told[0]?.attributes[0]?.attribute).toBe("metadata");
  });

  it.each([
    ["nothing is an empty value", { tags: null, description: null }, { tags: [], description: "" }, GROUP],
    ["keys come in another order", { metadata: { a: "1", b: "2" } }, { metadata: { b: "2", a: "1" } }, GROUP],
    ["a service counts", { updated_at: "1", region: null }, { updated_at: "2", region: "RegionOne" }, GROUP],
    [
      "a host starts on a port",
      { device_id: "", dns_name: "" },
      { device_id: "s", dns_name: "s" },
      "openstack_networking_port_v2",
    ],
    ["a volume is attached", { attachment: [] }, { attachment: [{ id: "a" }] }, "openstack_blockstorage_volume_v3"],
  ])("is none when %s", (_, before, after, type) => {
    expect(found(before, after, {}, type)).toEqual([]);
  });

  it("sees a port that was moved to another host", () => {
    const [moved] = found({ device_id: "s1" }, { device_id: "s2" }, {}, "openstack_networking_port_v2");
    expect(moved?.attributes).toEqual([{ attribute: "device_id", before: "s1", now: "s2" }]);
  });

  it("is none in a plan that found nothing", () => {
    expect(planDrift("{}")).toEqual([]);
  });
});
