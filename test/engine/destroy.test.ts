import { describe, expect, it } from "@jest/globals";
import { lossesOf, measured } from "../../engine/destroy/losses";
import type { StackCredentials } from "../../engine/openstack/stack-credentials";
import type { Change, Plan } from "../../plan/plan";

const change = (type: string, actions: Change["actions"], before: object): Change =>
  ({ address: `${type}.un`, type, mode: "managed", actions, before, sensitive: [], replacePaths: [] }) as never;
const planOf = (...changes: Change[]) => ({ changes }) as unknown as Plan;

const VOLUME = "openstack_blockstorage_volume_v3";
const CONTAINER = "openstack_objectstorage_container_v1";

describe("the losses of a plan", () => {
  it("are what holds data and is deleted or replaced, with the size of volumes", () => {
    const plan = planOf(
      change(VOLUME, ["delete"], { name: "etat-civil-1", size: 20 }),
      change(CONTAINER, ["delete", "create"], { name: "ged" }),
      change(VOLUME, ["update"], { name: "grows", size: 10 }),
      change("openstack_networking_network_v2", ["delete"], { name: "apps" }),
    );
    expect(lossesOf(plan)).toEqual([
      { address: `${VOLUME}.un`, type: VOLUME, name: "etat-civil-1", sizeGiB: 20 },
      { address: `${CONTAINER}.un`, type: CONTAINER, name: "ged" },
    ]);
  });

  it("go by their address when they have no name", () => {
    expect(lossesOf(planOf(change(VOLUME, ["delete"], { size: 1 })))[0]?.name).toBe(`${VOLUME}.un`);
  });

  it("need no cloud to be measured when none is a container", async () => {
    const losses = lossesOf(planOf(change(VOLUME, ["delete"], { name: "a", size: 20 })));
    expect(await measured(losses, {} as StackCredentials)).toEqual(losses);
  });
});
