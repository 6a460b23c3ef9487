import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { UNKNOWN } from "../../plan/plan";
import { readPlan } from "../../plan/read";

describe("a plan of Terraform 1.11", () => {
  const plan = readPlan(readFileSync(join(__dirname, "fixtures", "terraform-1.11.json")));
  const attributesAfter = (address: string) => plan.changes.find((one) => one.address === address)?.after;

  it("is read like one of OpenTofu", () => {
    expect(plan).toMatchObject({ formatVersion: "1.2", toolVersion: "1.11.4" });
    expect(plan.changes).toHaveLength(14);
  });

  it("tells what was left out from what is not known yet", () => {
    expect(attributesAfter("openstack_networking_secgroup_rule_v2.r2")).not.toHaveProperty("remote_ip_prefix");
    expect(attributesAfter("openstack_networking_secgroup_rule_v2.r2")).toMatchObject({ security_group_id: UNKNOWN });
  });
});
