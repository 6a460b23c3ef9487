import { describe, expect, it } from "@jest/globals";
import { TerraformResource, TerraformStack } from "cdktf";
import { Construct, RootConstruct } from "constructs";
import { synthesise } from "../../stacks/synthesise";
import { pathOf, sourcesOf, trace } from "../../stacks/trace";
import { EVERY_BLUEPRINT, ROCHEFORT } from "../blueprints";
import { resourcesOf } from "./resources";

/** The value at a dotted path, where flow ids and service ids hold no dot. */
function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], value);
}

describe.each(Object.entries(EVERY_BLUEPRINT))("the sources of %s", (_, blueprint) => {
  const { sources } = synthesise(blueprint);

  it("know every resource, and nothing else", () => {
    expect(Object.keys(sources).sort()).toEqual(Object.keys(resourcesOf(blueprint)).sort());
  });

  it("lead to places that the blueprint has", () => {
    const paths = Object.values(sources).flatMap(({ path, attributes }) => [path, ...Object.values(attributes)]);
    expect(paths.filter((path) => at(blueprint, path) === undefined)).toEqual([]);
  });

  it("know only attributes that some resource has", () => {
    const written = new Set(Object.values(resourcesOf(blueprint)).flatMap((attributes) => Object.keys(attributes)));
    const told = Object.values(sources).flatMap(({ attributes }) => Object.keys(attributes));
    expect([...new Set(told)].filter((key) => !written.has(key.split(".")[0] as string) && key !== "region")).toEqual(
      [],
    );
  });
});

describe("pathOf", () => {
  const { sources } = synthesise(ROCHEFORT);
  const rule = "openstack_networking_secgroup_rule_v2.service_etat-civil_firewall_ingress-tcp-22-203-0-113-0-28";
  const flow = "services.etat-civil.flows.ingress-tcp-22-203-0-113-0-28";
  const server = "openstack_compute_instance_v2.service_etat-civil_host-2_server";
  const volume = "openstack_blockstorage_volume_v3.service_etat-civil_data-2_volume";
  const container = "openstack_objectstorage_container_v1.service_ged_documents_container";

  it.each([
    ["a rule", rule, undefined, flow],
    ["the port of a rule", rule, "port_range_min", `${flow}.port`],
    ["the range of a rule", rule, "remote_ip_prefix", `${flow}.range`],
    ["an attribute that has no source of its own", rule, "ethertype", flow],
    ["a firewall", "openstack_networking_secgroup_v2.service_ged_firewall_group", undefined, "services.ged"],
    [
      "the description of a firewall",
      "openstack_networking_secgroup_v2.service_ged_firewall_group",
      "description",
      "services.ged.title",
    ],
    ["a volume", volume, undefined, "services.etat-civil.data"],
    ["the size of a volume", volume, "size", "services.etat-civil.data.sizeGiB"],
    ["the type of a volume", volume, "volume_type", "services.etat-civil.data.volumeType"],
    ["the boot volume of a host", server, "block_device.0.volume_type", "services.etat-civil.hosts.bootVolumeType"],
    ["another part of the boot volume", server, "block_device.0.boot_index", "services.etat-civil.hosts"],
    ["the flavour of a host", server, "flavor_id", "services.etat-civil.hosts.flavour.id"],
    ["a mark", server, "metadata.insee", "marks"],
    ["the region", volume, "region", "target.region"],
    ["the quota of a container", container, "metadata.Quota-Bytes", "services.ged.documents.quotaGiB"],
    ["a mark of a container", container, "metadata.commune", "marks"],
    ["a subnet's range", "openstack_networking_subnet_v2.network_data_subnet", "cidr", "zones.data.range"],
    [
      "the router's exit",
      "openstack_networking_router_v2.network_router",
      "external_network_id",
      "target.externalNetwork.id",
    ],
    ["a port", "openstack_networking_port_v2.service_ged_host-1_port", undefined, "services.ged.zone"],
    [
      "a group of hosts",
      "openstack_compute_servergroup_v2.service_etat-civil_hosts_group",
      undefined,
      "services.etat-civil.hosts.count",
    ],
  ])("finds %s", (_, address, attribute, expected) => {
    expect(pathOf(sources, address, attribute)).toBe(expected);
  });

  it("knows nothing of a resource that is not ours", () => {
    expect(pathOf(sources, "openstack_networking_router_v2.other", "name")).toBeUndefined();
  });
});

describe("trace", () => {
  class Thing extends TerraformResource {
    constructor(scope: Construct, id: string) {
      super(scope, id, { terraformResourceType: "thing" });
    }
  }
  const stack = () => new TerraformStack(new RootConstruct(), "test");

  it("holds for what is inside, until something nearer says otherwise", () => {
    const whole = trace(stack(), "a", { x: "a.x", y: "a.y" });
    const inner = trace(new Construct(whole, "inner"), "b", { y: "b.y" });
    new Thing(whole, "outer");
    new Thing(inner, "deep");
    expect(Object.values(sourcesOf(whole))).toEqual([
      { path: "b", attributes: { x: "a.x", y: "b.y" } },
      { path: "a", attributes: { x: "a.x", y: "a.y" } },
    ]);
  });

  it("adds attributes alone with an empty path", () => {
    const whole = trace(stack(), "a");
    trace(new Thing(whole, "thing"), "", { x: "z" });
    expect(sourcesOf(whole)).toEqual({ "thing.thing": { path: "a", attributes: { x: "z" } } });
  });

  it("fails on a resource that comes from nowhere", () => {
    const whole = trace(stack(), "", { x: "z" });
    new Thing(whole, "thing");
    expect(() => sourcesOf(whole)).toThrow("test/thing comes from no part of the blueprint");
  });
});
