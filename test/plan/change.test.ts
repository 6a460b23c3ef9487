import { describe, expect, it } from "@jest/globals";
import { type Attributes, type Change, UNKNOWN } from "../../plan/plan";
import { readPlan } from "../../plan/read";

const ADDRESS = "openstack_networking_secgroup_rule_v2.x";

/** Reads one change, written in the configuration by `expressions`. */
function read(change: Attributes, expressions?: Attributes): Change {
  const resources = expressions ? [{ address: ADDRESS, expressions }] : [];
  const [type] = ADDRESS.split(".");
  const plan = readPlan({
    format_version: "1.2",
    resource_changes: [{ address: ADDRESS, type, mode: "managed", change: { actions: ["create"], ...change } }],
    configuration: { root_module: { resources } },
  });
  return plan.changes[0] as Change;
}

const later = { after: {}, after_unknown: { remote_ip_prefix: true } };

describe("an attribute that the plan calls unknown", () => {
  it.each([
    ["nobody wrote it", {}],
    ["somebody wrote null", { remote_ip_prefix: { constant_value: null } }],
    ["a variable of the root module left it to null", { remote_ip_prefix: { references: ["var.x"] } }],
  ])("is left out when %s", (_name, expressions) => {
    expect(read(later, expressions).after).not.toHaveProperty("remote_ip_prefix");
  });

  it.each([
    ["it is made of another resource", { remote_ip_prefix: { references: ["openstack_x_y.z.id", "openstack_x_y.z"] } }],
    ["it is made of a variable and a resource", { remote_ip_prefix: { references: ["var.x", "openstack_x_y.z"] } }],
    ["it is made of a local value", { remote_ip_prefix: { references: ["local.x"] } }],
    ["it is made by a function", { remote_ip_prefix: {} }],
    ["it is made by a function, in a JSON configuration", { remote_ip_prefix: { constant_value: `\${uuid()}` } }],
  ])("is unknown when %s", (_name, expressions) => {
    expect(read(later, expressions).after).toEqual({ remote_ip_prefix: UNKNOWN });
  });

  it("is unknown when the plan does not tell how it is written", () => {
    expect(read(later).after).toEqual({ remote_ip_prefix: UNKNOWN });
  });

  it("is unknown inside lists and maps, where the plan says so", () => {
    const after = { tags: ["a", null], value_specs: { x: "1" } };
    const unknown = { tags: [false, true], value_specs: { y: true } };
    expect(read({ after, after_unknown: unknown }, {}).after).toEqual({
      tags: ["a", UNKNOWN],
      value_specs: { x: "1", y: UNKNOWN },
    });
  });
});

it("keeps what is sensitive in a resource that goes", () => {
  const gone = {
    actions: ["delete"],
    before: { psk: "x" },
    after: null,
    before_sensitive: { psk: true },
    after_sensitive: false,
  };
  expect(read(gone)).toMatchObject({ before: { psk: "x" }, sensitive: ["psk"] });
  expect(read(gone)).not.toHaveProperty("after");
});
