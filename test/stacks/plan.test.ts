import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Blueprint, ServiceBlueprint } from "../../blueprint/blueprint";
import { literal } from "../../constructs/text";
import { synthesise } from "../../stacks/synthesise";
import { EVERY_BLUEPRINT, L_ILE_ROUSSE, ROCHEFORT } from "../blueprints";
import { resourcesOf } from "./resources";
import { applied, type ShownPlan, Workshop } from "./tofu";

const SLOW = 120_000;

const actions = ({ resource_changes = [] }: ShownPlan) =>
  Object.fromEntries(
    resource_changes
      .map(({ address, change }) => [address, change.actions.join(" then ")] as const)
      .filter(([, action]) => action !== "no-op"),
  );

describe("the real OpenTofu, with no cloud, no credential and no network", () => {
  const workshop = new Workshop().open();

  it.each(Object.entries(EVERY_BLUEPRINT))(
    "finds the stack of %s valid",
    (_, blueprint) => {
      expect(workshop.validate(synthesise(blueprint).json)).toMatchObject({ valid: true, diagnostics: [] });
    },
    SLOW,
  );

  it.each(Object.entries(EVERY_BLUEPRINT))(
    "plans to make every resource of %s",
    (_, blueprint) => {
      const planned = actions(workshop.plan(synthesise(blueprint).json));
      expect(planned).toEqual(
        Object.fromEntries(Object.keys(resourcesOf(blueprint)).map((address) => [address, "create"])),
      );
    },
    SLOW,
  );

  it(
    "reads names, tags and texts as they were written",
    () => {
      const { "site-web": site } = L_ILE_ROUSSE.services as Record<string, ServiceBlueprint>;
      const odd = `L'Île \${file("x")} %{ if } $\${y} 100 %`;
      const town = {
        ...L_ILE_ROUSSE,
        town: { ...L_ILE_ROUSSE.town, name: odd },
        services: { "site-web": { ...site, title: odd } },
      };
      const plan = workshop.plan(synthesise(town as Blueprint).json);
      const values = Object.fromEntries(
        (plan.planned_values.root_module.resources ?? []).map(({ address, values }) => [address, values]),
      );
      expect(values["openstack_networking_router_v2.network_router"]).toMatchObject({ name: `${odd}-2B134` });
      expect(values["openstack_networking_secgroup_v2.service_site-web_firewall_group"]).toMatchObject({
        description: odd,
      });
    },
    SLOW,
  );

  it(
    "gives every literal back as it was",
    () => {
      const texts = [`\${x}`, `$\${x}`, `$$\${x}`, "%{x}", "%%{x}", "$%{x}", `%\${x}`, "$$", "a$", "{}", "é$"];
      const output = Object.fromEntries(texts.map((text, index) => [`text${index}`, { value: literal(text) }]));
      const plan = workshop.plan(JSON.stringify({ output })) as unknown as {
        planned_values: { outputs: Record<string, { value: string }> };
      };
      expect(
        Object.values(plan.planned_values.outputs)
          .map(({ value }) => value)
          .sort(),
      ).toEqual([...texts].sort());
    },
    SLOW,
  );
});

describe("once a town exists, the real OpenTofu", () => {
  const workshop = new Workshop().open();
  const SERVER = "openstack_compute_instance_v2.service";
  const VOLUME = "openstack_blockstorage_volume_v3.service";

  let state: object;
  beforeAll(() => {
    const { json } = synthesise(ROCHEFORT);
    state = applied(workshop.plan(json), json);
  }, SLOW);

  /** What a change of the blueprint makes of the resources that exist. */
  const becomes = (changed: Blueprint) => actions(workshop.plan(synthesise(changed).json, state));

  function withService(id: string, change: (service: ServiceBlueprint) => Partial<ServiceBlueprint>): Blueprint {
    const service = ROCHEFORT.services[id] as ServiceBlueprint;
    return { ...ROCHEFORT, services: { ...ROCHEFORT.services, [id]: { ...service, ...change(service) } } };
  }

  it.each<[string, Blueprint, Record<string, string>]>([
    ["changes nothing when nothing changed", ROCHEFORT, {}],
    [
      "leaves the hosts alone when an image is refreshed",
      withService("ged", ({ hosts }) => ({ hosts: { ...hosts, image: { name: "Debian 12", id: "newer" } } })),
      {},
    ],
    [
      "leaves the hosts alone when their boot image is refreshed",
      withService("etat-civil", ({ hosts }) => ({
        hosts: { ...hosts, image: { name: "Debian 12", id: "newer" }, bootVolumeGiB: 30 },
      })),
      {},
    ],
    [
      "leaves the hosts alone when their packages change",
      withService("ged", ({ hosts }) => ({ hosts: { ...hosts, packages: ["apache2"] } })),
      {},
    ],
    [
      "moves nothing when the zones of the target change",
      { ...ROCHEFORT, target: { ...ROCHEFORT.target, zones: { compute: ["az-c"], volume: ["az-c"] } } },
      {},
    ],
    [
      "resizes a host in place",
      withService("ged", ({ hosts }) => ({ hosts: { ...hosts, flavour: { name: "b3-32", id: "flavour-large" } } })),
      { [`${SERVER}_ged_host-1_server`]: "update" },
    ],
    [
      "grows a data volume in place",
      withService("ged", () => ({ data: { sizeGiB: 240, volumeType: "classic-luks" } })),
      { [`${VOLUME}_ged_data-1_volume`]: "update" },
    ],
    [
      "makes a second host, its volume and their group, and leaves the first one alone",
      withService("ged", ({ hosts }) => ({ hosts: { ...hosts, count: 2 } })),
      {
        [`${SERVER}_ged_host-2_server`]: "create",
        [`${VOLUME}_ged_data-2_volume`]: "create",
        "openstack_compute_servergroup_v2.service_ged_hosts_group": "create",
        "openstack_compute_volume_attach_v2.service_ged_host-2_attachment": "create",
        "openstack_networking_port_v2.service_ged_host-2_port": "create",
      },
    ],
    [
      "replaces a host that moves to another zone of the network, and keeps its data",
      withService("ged", () => ({ zone: "apps" })),
      {
        [`${SERVER}_ged_host-1_server`]: "delete then create",
        "openstack_compute_volume_attach_v2.service_ged_host-1_attachment": "delete then create",
        "openstack_networking_port_v2.service_ged_host-1_port": "delete then create",
      },
    ],
    [
      "replaces one rule when a reason changes",
      withService("etat-civil", ({ flows }) => {
        const id = "ingress-tcp-8443-town-hall-198-51-100-0-24";
        return {
          flows: { ...flows, [id]: { ...flows[id], reason: "Autre motif" } as ServiceBlueprint["flows"][string] },
        };
      }),
      {
        "openstack_networking_secgroup_rule_v2.service_etat-civil_firewall_ingress-tcp-8443-town-hall-198-51-100-0-24":
          "delete then create",
      },
    ],
  ])(
    "%s",
    (_, changed, expected) => {
      expect(becomes(changed)).toEqual(expected);
    },
    SLOW,
  );

  it(
    "replaces nothing when the town changes its name",
    () => {
      const planned = becomes({
        ...ROCHEFORT,
        town: { ...ROCHEFORT.town, name: "Rochefort-sur-Mer" },
        marks: { ...ROCHEFORT.marks, commune: "Rochefort-sur-Mer" },
      });
      expect(new Set(Object.values(planned))).toEqual(new Set(["update"]));
      expect(Object.keys(planned).length).toBeGreaterThan(15);
    },
    SLOW,
  );

  it(
    "keeps a host of which the cloud tells no network, as it does for a while after a network got another name",
    () => {
      const blind = JSON.parse(JSON.stringify(state)) as {
        resources: { type: string; instances: { attributes: object }[] }[];
      };
      for (const { type, instances } of blind.resources)
        if (type === "openstack_compute_instance_v2")
          Object.assign(instances[0]?.attributes as object, { network: [] });
      expect(actions(workshop.plan(synthesise(ROCHEFORT).json, blind))).toEqual({});
    },
    SLOW,
  );

  it(
    "deletes what a removed service had, and nothing else",
    () => {
      const { ged, ...services } = ROCHEFORT.services;
      const planned = becomes({ ...ROCHEFORT, services });
      expect(new Set(Object.values(planned))).toEqual(new Set(["delete"]));
      expect(Object.keys(planned).filter((address) => !address.includes(".service_ged_"))).toEqual([]);
      expect(planned).toHaveProperty([`${VOLUME}_ged_data-1_volume`]);
    },
    SLOW,
  );
});
