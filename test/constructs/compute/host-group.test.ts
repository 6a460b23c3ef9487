import { expect, it } from "@jest/globals";
import { HostGroup } from "../../../constructs/compute/host-group";
import { synth } from "../../synth";

it("keeps hosts apart as far as the cloud can, and survives a new name of its town", () => {
  const found = synth((stack) => new HostGroup(stack, "hosts", { name: "Aix-17004-ged" }));
  expect(found("openstack_compute_servergroup_v2")).toEqual([
    { name: "Aix-17004-ged", policies: ["soft-anti-affinity"], lifecycle: { ignore_changes: ["name"] } },
  ]);
});
