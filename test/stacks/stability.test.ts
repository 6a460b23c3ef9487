import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Blueprint, FlowBlueprint, ServiceBlueprint } from "../../blueprint/blueprint";
import { synthesise } from "../../stacks/synthesise";
import { blueprint, byId, flow, ROCHEFORT, service } from "../blueprints";
import { resourcesOf } from "./resources";

const flowsOfAService = fc
  .uniqueArray(
    fc.record({
      direction: fc.constantFrom("ingress", "egress"),
      protocol: fc.constantFrom("tcp", "udp"),
      port: fc.integer({ min: 1, max: 65_535 }),
      range: fc.constantFrom("0.0.0.0/0", "198.51.100.0/24", "2001:db8::/32"),
    }),
    { maxLength: 5, selector: (said) => JSON.stringify(said) },
  )
  .map((all) => all.map((said) => flow({ ...said, peer: said.range } as Partial<FlowBlueprint>)));

const serviceOfATown = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8})?$/),
    zone: fc.constantFrom("entry", "apps"),
    count: fc.integer({ min: 1, max: 3 }),
    sizeGiB: fc.option(fc.integer({ min: 1, max: 100 })),
    quotaGiB: fc.option(fc.integer({ min: 1, max: 100 })),
    flows: flowsOfAService,
  })
  .map(({ id, zone, count, sizeGiB, quotaGiB, flows }) => {
    const usual = service(id);
    return {
      ...usual,
      zone,
      hosts: { ...usual.hosts, count },
      ...(sizeGiB && { data: { sizeGiB, volumeType: "luks" } }),
      ...(quotaGiB && { documents: { quotaGiB } }),
      flows: Object.fromEntries(flows.map((one) => [one.id, one])),
    } as ServiceBlueprint;
  });

const servicesOfATown = fc.uniqueArray(serviceOfATown, { minLength: 1, maxLength: 5, selector: ({ id }) => id });

const town = (services: readonly ServiceBlueprint[]): Blueprint => blueprint({ services: byId(...services) });
const isOf = (id: string) => (address: string) => address.includes(`.service_${id}_`);
const without = (resources: Record<string, unknown>, gone: (address: string) => boolean) =>
  Object.fromEntries(Object.entries(resources).filter(([address]) => !gone(address)));
const reversed = <T>(record: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(record).reverse()) as Record<string, T>;

describe("whatever a town hosts", () => {
  it("adding or removing a service changes no resource of another", () => {
    fc.assert(
      fc.property(servicesOfATown, (services) => {
        const [gone, ...rest] = services as [ServiceBlueprint, ...ServiceBlueprint[]];
        expect(without(resourcesOf(town(services)), isOf(gone.id))).toEqual(resourcesOf(town(rest)));
      }),
      { numRuns: 60 },
    );
  });

  it("a service has resources of its own", () => {
    fc.assert(
      fc.property(servicesOfATown, (services) => {
        const addresses = Object.keys(resourcesOf(town(services)));
        for (const { id, hosts, flows } of services)
          expect(addresses.filter(isOf(id)).length).toBeGreaterThanOrEqual(
            1 + 2 * hosts.count + Object.keys(flows).length,
          );
      }),
      { numRuns: 30 },
    );
  });

  it("the order of services changes no byte", () => {
    fc.assert(
      fc.property(servicesOfATown, (services) => {
        expect(synthesise(town([...services].reverse())).json).toBe(synthesise(town(services)).json);
      }),
      { numRuns: 40 },
    );
  });

  it("the order of flows, of zones and of packages changes no byte", () => {
    fc.assert(
      fc.property(serviceOfATown, (one) => {
        const usual = town([one]);
        const turned = {
          ...usual,
          zones: reversed(usual.zones),
          marks: reversed(usual.marks),
          services: byId({
            ...one,
            flows: reversed(one.flows),
            hosts: { ...one.hosts, packages: [...one.hosts.packages].reverse() },
          }),
        } as Blueprint;
        expect(synthesise(turned).json).toBe(synthesise(usual).json);
      }),
      { numRuns: 40 },
    );
  });

  it("adding or removing a flow changes no resource but its rule", () => {
    fc.assert(
      fc.property(serviceOfATown, (one) => {
        const [id, ...kept] = Object.keys(one.flows);
        fc.pre(id !== undefined);
        const less = town([
          { ...one, flows: Object.fromEntries(kept.map((key) => [key, one.flows[key]])) as ServiceBlueprint["flows"] },
        ]);
        const rules = Object.keys(without(resourcesOf(town([one])), (address) => address in resourcesOf(less)));
        expect(rules).toEqual([expect.stringMatching(/^openstack_networking_secgroup_rule_v2\./)]);
        expect(without(resourcesOf(town([one])), (address) => address === rules[0])).toEqual(resourcesOf(less));
      }),
      { numRuns: 60 },
    );
  });

  it("one more host changes no other host, volume or port", () => {
    const { "etat-civil": two } = ROCHEFORT.services as Record<string, ServiceBlueprint>;
    const more = {
      ...ROCHEFORT,
      services: { ...ROCHEFORT.services, "etat-civil": { ...two, hosts: { ...two?.hosts, count: 3 } } },
    } as Blueprint;
    expect(without(resourcesOf(more), (address) => /_(host|data)-3_/.test(address))).toEqual(resourcesOf(ROCHEFORT));
  });

  it("a second host changes only what the first one ignores once it exists", () => {
    const { ged } = ROCHEFORT.services as Record<string, ServiceBlueprint>;
    const twice = {
      ...ROCHEFORT,
      services: { ...ROCHEFORT.services, ged: { ...ged, hosts: { ...ged?.hosts, count: 2 } } },
    } as Blueprint;
    const [before, after] = [resourcesOf(ROCHEFORT), resourcesOf(twice)];
    const changed = Object.keys(before).filter(
      (address) => JSON.stringify(before[address]) !== JSON.stringify(after[address]),
    );
    expect(changed).toEqual(["openstack_compute_instance_v2.service_ged_host-1_server"]);
    const { scheduler_hints, ...rest } = after[changed[0] as string] as Record<string, unknown>;
    expect(rest).toEqual(before[changed[0] as string]);
    expect(scheduler_hints).toBeDefined();
    expect((rest.lifecycle as { ignore_changes: string[] }).ignore_changes).toContain("scheduler_hints");
  });
});

describe("whatever a blueprint says", () => {
  /** What the schema and the constructs check, and refuse. */
  const CHECKED =
    /\.(insee|range|direction|protocol|zone|packages|resolvers)$|^\.zones\.\w+\.name$|^\.services\..*\.id$/;
  const FREE = /\.(flavour|image)\.id$/;

  /** Every text of a blueprint that nothing refuses, with some more. */
  function poisoned<T>(value: T, poison: string, path = ""): T {
    if (typeof value === "string") return (CHECKED.test(path) && !FREE.test(path) ? value : value + poison) as T;
    if (Array.isArray(value)) return value.map((inside) => poisoned(inside, poison, path)) as T;
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inside]) => [key, poisoned(inside, poison, `${path}.${key}`)]),
    ) as T;
  }

  function* texts(value: unknown): Generator<string> {
    if (typeof value === "string") yield value;
    else if (value !== null && typeof value === "object")
      for (const inside of Object.values(value)) yield* texts(inside);
  }

  /** One `$` or `%` opens a template; more of them are what OpenTofu reads as one less. */
  const opens = (text: string) => text.match(/[$%]+\{/g)?.some((run) => run.length === 2) ?? false;

  it.each([`\${file("x")}`, "%{ if true }"])("no text of it becomes a template: %s", (poison) => {
    const { resource, provider } = JSON.parse(synthesise(poisoned(ROCHEFORT, poison)).json);
    const all = [...texts(resource), ...texts(provider)];
    expect(all.filter((text) => text.includes(poison[0] + poison)).length).toBeGreaterThan(50);
    expect(all.filter((text) => opens(text) && !/^\$\{openstack_\w+\.[\w-]+\.id\}$/.test(text))).toEqual([]);
  });
});
