import { describe, expect, it } from "@jest/globals";
import { estimate, sum } from "../../cost/estimate";
import { type Action, type Attributes, type Change, type Plan, UNKNOWN } from "../../plan/plan";
import type { Prices } from "../../schema/files/prices";

const prices: Prices = {
  asOf: "2026-03-12",
  source: "Délibération",
  flavours: { "c2-r4": 17.4 },
  volumeGiB: { luks: 0.085 },
  containerGiB: 0.022,
  router: 0,
};
const flavours = { "id-of-c2": "c2-r4" };

interface Resource {
  readonly type: string;
  readonly actions?: readonly Action[];
  readonly after?: Attributes;
  readonly before?: Attributes;
  readonly mode?: Change["mode"];
}

function estimated(...resources: Resource[]) {
  const changes = resources.map(({ mode = "managed", ...rest }, index) => {
    const actions: Action[] = rest.after ? ["create"] : ["delete"];
    return {
      address: `r${index}`,
      configAddress: `r${index}`,
      mode,
      actions,
      sensitive: [],
      replacePaths: [],
      ...rest,
    };
  });
  return estimate({ changes } as unknown as Plan, { prices, flavours });
}

const VOLUME = "openstack_blockstorage_volume_v3";
const HOST = "openstack_compute_instance_v2";
const CONTAINER = "openstack_objectstorage_container_v1";

describe("a forgotten resource", () => {
  const volume = { size: 100, volume_type: "luks" };

  it("goes on being billed", () => {
    const type = "openstack_blockstorage_volume_v3";
    expect(estimated({ type, before: volume, actions: ["forget"] })).toMatchObject({ before: 8.5, monthly: 8.5 });
    expect(estimated({ type, before: volume, after: volume, actions: ["forget", "create"] }).monthly).toBe(17);
    expect(estimated({ type, before: volume, actions: ["delete"] }).monthly).toBe(0);
  });
});

describe("estimate", () => {
  it("prices a host by the name of its flavour, planned by id", () => {
    expect(estimated({ type: HOST, after: { flavor_id: "id-of-c2" } })).toMatchObject({
      monthly: 17.4,
      complete: true,
    });
  });

  it("prices the volume that a host starts from", () => {
    const device = { source_type: "image", destination_type: "volume", volume_size: 20, volume_type: "luks" };
    expect(estimated({ type: HOST, after: { flavor_id: "id-of-c2", block_device: [device] } }).monthly).toBe(19.1);
  });

  it("prices no volume twice when a host starts from one that exists", () => {
    const device = { source_type: "volume", destination_type: "volume", uuid: "v" };
    expect(estimated({ type: HOST, after: { flavor_id: "id-of-c2", block_device: [device] } }).monthly).toBe(17.4);
  });

  it("prices a data volume by its type and size", () => {
    expect(estimated({ type: VOLUME, after: { size: 40, volume_type: "luks" } }).monthly).toBe(3.4);
  });

  it("prices documents at their quota", () => {
    expect(
      estimated({ type: CONTAINER, after: { metadata: { "Quota-Bytes": String(100 * 1024 ** 3) } } }).monthly,
    ).toBe(2.2);
  });

  it("keeps a line that is priced zero, and stays complete", () => {
    const { lines, complete } = estimated({ type: "openstack_networking_router_v2", after: {} });
    expect(lines).toEqual([expect.objectContaining({ item: "router", monthly: 0 })]);
    expect(complete).toBe(true);
  });

  it.each([
    ["a flavour without a price", { type: HOST, after: { flavor_id: "other" } }],
    ["a volume of no type", { type: VOLUME, after: { size: 10 } }],
    ["a size known after apply", { type: VOLUME, after: { size: UNKNOWN, volume_type: "luks" } }],
    ["a container without a quota", { type: CONTAINER, after: {} }],
    ["an item that the price list leaves out", { type: "openstack_networking_floatingip_v2", after: {} }],
    ["a type that nobody knows", { type: "openstack_lb_loadbalancer_v2", after: {} }],
    ["boot devices known after apply", { type: HOST, after: { flavor_id: "id-of-c2", block_device: UNKNOWN } }],
  ])("is incomplete with %s", (_case, resource) => {
    expect(estimated(resource).complete).toBe(false);
  });

  it("bills nothing for networks, ports and rules", () => {
    expect(estimated({ type: "openstack_networking_port_v2", after: {} }).lines).toEqual([]);
  });

  it("bills nothing for data sources", () => {
    expect(estimated({ type: VOLUME, mode: "data", after: { size: 40, volume_type: "luks" } }).lines).toEqual([]);
  });

  it("tells what it costs before and after", () => {
    const [small, large] = [10, 20].map((size) => ({ size, volume_type: "luks" }));
    expect(estimated({ type: VOLUME, before: small, after: large })).toMatchObject({ before: 0.85, monthly: 1.7 });
  });

  it("counts what is destroyed before, and no longer after", () => {
    expect(estimated({ type: VOLUME, before: { size: 10, volume_type: "luks" } })).toMatchObject({
      before: 0.85,
      monthly: 0,
    });
  });

  it("adds up to the same whatever the order, without crumbs of floating point", () => {
    const { lines } = estimated(
      ...Array.from({ length: 10 }, () => ({ type: VOLUME, after: { size: 1, volume_type: "luks" } })),
    );
    expect(sum(lines)).toBe(850_000);
    expect(sum([...lines].reverse())).toBe(850_000);
  });
});
