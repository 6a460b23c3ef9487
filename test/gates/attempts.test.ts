import { describe, expect, it } from "@jest/globals";
import { isRefused, judge, type Report } from "../../gates/engine";
import type { Policy } from "../../gates/policy";
import { RULES } from "../../gates/rules";
import type { Attributes } from "../../plan/plan";
import { readPlan } from "../../plan/read";
import { type Given, planJson } from "./plans";

const RULE = "openstack_networking_secgroup_rule_v2";
const VOLUME = "openstack_blockstorage_volume_v3";
const HOST = "openstack_compute_instance_v2";
const CONTAINER = "openstack_objectstorage_container_v1";
const SOURCE = "registry.opentofu.org/terraform-provider-openstack/openstack";

const ssh = { direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 22, port_range_max: 22 };
const volume = { size: 10, volume_type: "luks", region: "GRA11" };
const policy: Policy = { regions: ["GRA11"], encryptedVolumeTypes: ["luks"], projects: ["own"] };

function judged(resources: readonly Given[], more: Attributes = {}): Report {
  return judge(readPlan(planJson(resources, more)), { rules: RULES, policy, today: "2026-11-24" });
}

/** Rules that did not pass, with their verdict. */
const told = ({ findings }: Report) => findings.map(({ rule, verdict }) => `${rule.id} ${verdict}`);

const open = (after: Attributes, address = `${RULE}.x`): Given => ({ address, after });

/** The configuration part of a plan, for the resource at `address`. */
const written = (address: string, expressions: Attributes) => ({
  configuration: {
    provider_config: { openstack: { full_name: SOURCE, expressions: { region: { constant_value: "GRA11" } } } },
    root_module: { resources: [{ address, mode: "managed", expressions, provider_config_key: "openstack" }] },
  },
});

describe("SSH for everyone is refused", () => {
  it.each([
    ["without a range", ssh],
    ["with an empty range", { ...ssh, remote_ip_prefix: "" }],
    ["from half of the Internet", { ...ssh, remote_ip_prefix: "0.0.0.0/1" }],
    ["from the other half", { ...ssh, remote_ip_prefix: "128.0.0.0/1" }],
    ["from a range with host bits", { ...ssh, remote_ip_prefix: "1.2.3.4/0" }],
    ["from IPv6 written at length", { ...ssh, ethertype: "IPv6", remote_ip_prefix: "0000:0000::0/0" }],
    ["with the direction in capitals", { ...ssh, direction: "INGRESS" }],
    ["with the protocol in capitals", { ...ssh, protocol: "TCP" }],
    ["with the protocol as a number", { ...ssh, protocol: "6" }],
    ["with every protocol, as any", { direction: "ingress", protocol: "any" }],
    ["with every protocol, as 0", { direction: "ingress", protocol: "0" }],
    ["with no protocol", { direction: "ingress" }],
    ["in the middle of a wide range", { ...ssh, port_range_min: 1, port_range_max: 1000 }],
    ["with ports 0 to 0, which is every port", { ...ssh, port_range_min: 0, port_range_max: 0 }],
    ["with only a lowest port", { ...ssh, port_range_min: 1, port_range_max: null }],
    ["with an empty group beside", { ...ssh, remote_group_id: "" }],
  ])("%s", (_name, after) => {
    expect(told(judged([open(after)]))).toContain("NET-001 fail");
  });

  it("inside a module, under a key with quotes and brackets", () => {
    const address = `module.m["a].b[\\"c"].${RULE}.x[0]`;
    const change = { ...open(ssh, address), more: { type: RULE } };
    expect(told(judged([change]))).toContain("NET-001 fail");
  });

  it("where it exists already and the plan leaves it as it is", () => {
    expect(told(judged([{ address: `${RULE}.x`, before: ssh, after: ssh, actions: ["no-op"] }]))).toContain(
      "NET-001 fail",
    );
  });

  it("where Terraform defers the change to the next plan", () => {
    const deferred = { reason: "x", resource_change: JSON.parse(planJson([open(ssh)])).resource_changes[0] };
    expect(told(judged([], { planned_values: {}, deferred_changes: [deferred] }))).toContain("NET-001 fail");
  });

  it("where a condition may turn its group to null", () => {
    const address = `${RULE}.x`;
    const references = ["var.open", "openstack_networking_secgroup_v2.a.id", "openstack_networking_secgroup_v2.a"];
    const text = planJson([open(ssh)], written(address, { remote_group_id: { references } }));
    const later = text.replace('"after_unknown":{}', '"after_unknown":{"remote_group_id":true}');
    const report = judge(readPlan(later), { rules: RULES, policy });
    expect(told(report)).toContain("NET-001 unknown");
    expect(isRefused(report, true)).toBe(true);
  });

  it("where its description says otherwise, with letters that turn the text around", () => {
    expect(told(judged([open({ ...ssh, description: "only from the town hall \u202e0/0.0.0.0" })]))).toContain(
      "NET-001 fail",
    );
  });
});

describe("data is not lost unseen", () => {
  const lost = (given: Partial<Given>) => told(judged([{ address: `${VOLUME}.x`, before: volume, ...given }]));

  it.each([
    ["destroyed", { actions: ["delete"] }],
    ["forgotten, by a removed block", { actions: ["forget"] }],
    ["replaced, the old one first", { actions: ["delete", "create"], after: volume }],
    ["replaced, the new one first", { actions: ["create", "delete"], after: volume }],
    ["made anew while the old one is forgotten", { actions: ["forget", "create"], after: volume }],
    [
      "moved and replaced at once",
      { actions: ["delete", "create"], after: volume, more: { previous_address: `${VOLUME}.y` } },
    ],
    ["left from an earlier replacement", { actions: ["delete"], more: { deposed: "deadbeef" } }],
  ])("when it is %s", (_name, given) => {
    expect(lost(given)).toContain("LIFE-001 fail");
  });

  it("when it shrinks", () => {
    expect(lost({ actions: ["update"], after: { ...volume, size: 9 } })).toContain("LIFE-002 fail");
  });

  it("when the plan was narrowed, and speaks of something else", () => {
    const prior = {
      values: { root_module: { child_modules: [{ resources: [{ mode: "managed", address: `${VOLUME}.x` }] }] } },
    };
    expect(told(judged([], { planned_values: {}, prior_state: prior }))).toContain("LIFE-005 fail");
  });

  it("when the container would be emptied first", () => {
    expect(told(judged([{ address: `${CONTAINER}.x`, after: { name: "d", force_destroy: true } }]))).toContain(
      "LIFE-003 fail",
    );
  });
});

describe("what is not known is not a pass", () => {
  it("a whole resource that is known after apply", () => {
    const text = planJson(
      [{ address: `${VOLUME}.x`, after: {} }],
      written(`${VOLUME}.x`, { volume_type: { references: ["local.x"] } }),
    );
    const later = text.replace('"after_unknown":{}', '"after_unknown":{"volume_type":true}');
    expect(told(judge(readPlan(later), { rules: RULES, policy }))).toContain("DATA-001 unknown");
  });

  it("a region, where the provider block takes it from the environment", () => {
    expect(told(judged([{ address: `${VOLUME}.x`, after: { ...volume, region: null } }]))).toContain("LOC-001 unknown");
  });

  it("a plan whose configuration was cut off", () => {
    const text = planJson([open(ssh)]).replace('"after_unknown":{}', '"after_unknown":{"remote_ip_prefix":true}');
    expect(told(judge(readPlan(text), { rules: RULES, policy }))).toContain("NET-001 unknown");
  });

  it("a cloud of another kind, whose place nobody knows", () => {
    expect(told(judged([{ address: "aws_s3_bucket.x", after: { bucket: "b" } }]))).toContain("LOC-001 unknown");
  });
});

describe("a secret is seen", () => {
  const host = (after: Attributes, more: Partial<Given> = {}) =>
    told(judged([{ address: `${HOST}.x`, after: { name: "h", ...after }, ...more }]));

  it.each([
    ["in user data", { user_data: "password: hunter2" }],
    ["in user data in base64", { user_data: Buffer.from("password: hunter2 #").toString("base64") }],
    ["in metadata", { metadata: { password: "hunter2" } }],
    ["in a tag", { tags: ["password=hunter2"] }],
    ["in a file", { personality: [{ file: "/x", content: "token: hunter2" }] }],
  ])("%s", (_name, after) => {
    expect(host(after)).toContain("SEC-001 fail");
  });

  it("in user data of which the plan keeps a digest, where the configuration writes it", () => {
    const address = `${HOST}.x`;
    const after = { name: "h", user_data: "0".repeat(40) };
    const constant = written(address, { user_data: { constant_value: "password: hunter2" } });
    expect(told(judged([{ address, after }], constant))).toContain("SEC-001 fail");
    const template = written(address, {
      user_data: { constant_value: `password: hunter2 \${x.y.id}`, references: ["x.y.id"] },
    });
    expect(told(judged([{ address, after }], template))).toContain("SEC-001 fail");
  });

  it("in user data of which the plan keeps only a digest: unknown", () => {
    expect(host({ user_data: "0".repeat(40) })).toContain("SEC-001 unknown");
  });

  it("in metadata, though it is marked as sensitive", () => {
    expect(host({ metadata: { db: "x" } }, { sensitive: { metadata: { db: true } } })).toContain("SEC-001 fail");
  });
});

describe("a resource stands where it is allowed", () => {
  it("whatever the provider block says, when it names another region itself", () => {
    const away = written(`${VOLUME}.x`, {});
    expect(told(judged([{ address: `${VOLUME}.x`, after: { ...volume, region: "BHS5" } }], away))).toContain(
      "LOC-001 fail",
    );
  });

  it("and not in one whose name only looks the same", () => {
    expect(told(judged([{ address: `${VOLUME}.x`, after: { ...volume, region: "GRA11\u200b" } }]))).toContain(
      "LOC-001 fail",
    );
  });
});

describe("a container is closed", () => {
  it.each([
    ["to everyone", ".r:*", "DATA-002 fail"],
    ["to everyone, under the other name of the header", " .referrer:* ", "DATA-002 fail"],
    ["to who forges a header", "own:*,.ref:mairie.fr", "DATA-002 fail"],
    ["to every customer", "*:*", "DATA-003 fail"],
    ["to another project", "own:*,other:*", "DATA-003 fail"],
  ])("%s", (_name, list, expected) => {
    expect(told(judged([{ address: `${CONTAINER}.x`, after: { name: "d", container_read: list } }]))).toContain(
      expected,
    );
  });
});

it("a plan with nothing wrong is accepted: these refusals mean something", () => {
  const fine = [
    open({ ...ssh, remote_ip_prefix: "192.0.2.0/24", region: "GRA11" }),
    { address: `${VOLUME}.x`, after: volume },
  ];
  expect(told(judged(fine))).toEqual([]);
});
