import { describe, expect, it } from "@jest/globals";
import { synthesise } from "../../stacks/synthesise";
import { blueprint, byId, EVERY_BLUEPRINT, flows, ILE_D_AIX, L_ILE_ROUSSE, ROCHEFORT, service } from "../blueprints";
import { refusal } from "../synth";
import { ofType, resourcesOf } from "./resources";

const SERVER = "openstack_compute_instance_v2";
const VOLUME = "openstack_blockstorage_volume_v3";
const RULE = "openstack_networking_secgroup_rule_v2";
const only = (found: Record<string, unknown>) => Object.values(found)[0];

describe("the hosting of a town", () => {
  it("asks for one exact provider, by its full source, and for a recent OpenTofu", () => {
    expect(JSON.parse(synthesise(ILE_D_AIX).json).terraform).toEqual({
      required_providers: {
        openstack: { source: "registry.opentofu.org/terraform-provider-openstack/openstack", version: "3.4.0" },
      },
      required_version: ">= 1.12.0",
    });
  });

  it("names its cloud and its region, holds no credential, and logs in only when it must", () => {
    expect(JSON.parse(synthesise(ILE_D_AIX).json).provider).toEqual({
      openstack: [{ auth_url: "https://keystone.datacentre.example/v3", region: "RegionOne", delayed_auth: true }],
    });
  });

  it.each(Object.entries(EVERY_BLUEPRINT))("of %s looks nothing up", (_, town) => {
    const { data, module, ...rest } = JSON.parse(synthesise(town).json);
    expect([data, module]).toEqual([undefined, undefined]);
    expect(Object.keys(rest)).toEqual(["provider", "resource", "terraform"]);
  });

  it("has addresses that a person can read", () => {
    expect(Object.keys(resourcesOf(ILE_D_AIX))).toEqual([
      `${SERVER}.service_site-web_host-1_server`,
      "openstack_networking_network_v2.network_apps_network",
      "openstack_networking_network_v2.network_entry_network",
      "openstack_networking_port_v2.service_site-web_host-1_port",
      "openstack_networking_router_interface_v2.network_apps_plug",
      "openstack_networking_router_interface_v2.network_entry_plug",
      "openstack_networking_router_v2.network_router",
      `${RULE}.service_site-web_firewall_egress-tcp-443-internet`,
      `${RULE}.service_site-web_firewall_egress-tcp-80-internet`,
      `${RULE}.service_site-web_firewall_egress-udp-123-internet`,
      `${RULE}.service_site-web_firewall_egress-udp-53-192-0-2-53-32`,
      `${RULE}.service_site-web_firewall_ingress-tcp-443-internet`,
      "openstack_networking_secgroup_v2.service_site-web_firewall_group",
      "openstack_networking_subnet_v2.network_apps_subnet",
      "openstack_networking_subnet_v2.network_entry_subnet",
    ]);
  });

  it("keeps the accents and the apostrophe of its town in names and tags", () => {
    expect(only(ofType(L_ILE_ROUSSE, "openstack_networking_router_v2"))).toMatchObject({
      name: "L'Île-Rousse-2B134",
      tags: ["commune=L'Île-Rousse", "insee=2B134", "managed-by=beffroi"],
    });
  });

  it("has servers with the names of their hosts, in ASCII", () => {
    const server = ofType(L_ILE_ROUSSE, SERVER)[`${SERVER}.service_periscolaire_host-1_server`];
    expect(server).toMatchObject({ name: "l-ile-rousse-2b134-periscolaire-1" });
    expect(server?.user_data).toContain('"hostname": "l-ile-rousse-2b134-periscolaire-1"');
  });

  it("puts each host in the zone of its service", () => {
    const port = (id: string) =>
      ofType(ROCHEFORT, "openstack_networking_port_v2")[`openstack_networking_port_v2.service_${id}_host-1_port`];
    expect(port("site-web")?.network_id).toContain("network_entry_network");
    expect(port("etat-civil")?.network_id).toContain("network_apps_network");
    expect(port("ged")?.network_id).toContain("network_data_network");
  });

  it("has as many hosts as the service asks for, each with its own volume", () => {
    expect(Object.keys(ofType(ROCHEFORT, VOLUME))).toEqual([
      `${VOLUME}.service_etat-civil_data-1_volume`,
      `${VOLUME}.service_etat-civil_data-2_volume`,
      `${VOLUME}.service_ged_data-1_volume`,
    ]);
    const attachments = ofType(ROCHEFORT, "openstack_compute_volume_attach_v2");
    expect(attachments["openstack_compute_volume_attach_v2.service_etat-civil_host-2_attachment"]).toEqual({
      instance_id: `\${${SERVER}.service_etat-civil_host-2_server.id}`,
      volume_id: `\${${VOLUME}.service_etat-civil_data-2_volume.id}`,
    });
  });

  it("groups the hosts of a service when there are several, and only then", () => {
    const groups = ofType(ROCHEFORT, "openstack_compute_servergroup_v2");
    expect(Object.keys(groups)).toEqual(["openstack_compute_servergroup_v2.service_etat-civil_hosts_group"]);
    expect(ofType(ROCHEFORT, SERVER)[`${SERVER}.service_ged_host-1_server`]).not.toHaveProperty("scheduler_hints");
  });

  it("restarts the hosts of one service at different times", () => {
    const times = ["host-1", "host-2"].map((host) => {
      const server = ofType(ROCHEFORT, SERVER)[`${SERVER}.service_etat-civil_${host}_server`];
      return /Automatic-Reboot-Time \\"(\d\d:\d\d)/.exec(String(server?.user_data))?.[1];
    });
    expect(times).toEqual(["04:00", "04:07"]);
  });

  it("says in a rule who is at the other end and why", () => {
    const rules = ofType(ROCHEFORT, RULE);
    expect(rules[`${RULE}.service_etat-civil_firewall_ingress-tcp-8443-town-hall-198-51-100-0-24`]).toMatchObject({
      remote_ip_prefix: "198.51.100.0/24",
      port_range_min: 8443,
      description: "town-hall: Guichet de la mairie",
    });
    expect(rules[`${RULE}.service_etat-civil_firewall_ingress-tcp-22-203-0-113-0-28`]).toMatchObject({
      description: "203.0.113.0/28",
    });
  });

  it("has a container only for a service with documents", () => {
    const containers = ofType(ROCHEFORT, "openstack_objectstorage_container_v1");
    expect(Object.values(containers).map(({ name }) => name)).toEqual([
      "17299-etat-civil-documents",
      "17299-ged-documents",
    ]);
    expect(ofType(ILE_D_AIX, "openstack_objectstorage_container_v1")).toEqual({});
  });

  it.each(Object.entries(EVERY_BLUEPRINT))("of %s is marked wherever OpenStack has a place for it", (_, town) => {
    const unmarked = Object.entries(resourcesOf(town)).filter(
      ([, { tags, metadata }]) =>
        !(tags as string[] | undefined)?.includes(`insee=${town.town.insee}`) &&
        (metadata as Record<string, string> | undefined)?.insee !== town.town.insee,
    );
    const types = new Set(unmarked.map(([address]) => address.split(".")[0]));
    const unmarkable = [
      "openstack_compute_servergroup_v2",
      "openstack_compute_volume_attach_v2",
      "openstack_networking_router_interface_v2",
      RULE,
    ];
    expect(unmarkable).toEqual(expect.arrayContaining([...types]));
  });

  it("refuses a service in a zone that the town does not have, and names the zones that it has", () => {
    const stray = blueprint({ services: byId(service("ged", { zone: "data" })) });
    expect(() => synthesise(stray)).toThrow(refusal("service-zone-missing"));
    expect(() => synthesise(stray)).toThrow(/zone "data"/);
  });

  it("refuses two flows that are one", () => {
    const twice = flows({ id: "one" }, { id: "two" });
    expect(() => synthesise(blueprint({ services: byId(service("ged", { flows: twice })) }))).toThrow(
      refusal("flows-identical"),
    );
  });
});
