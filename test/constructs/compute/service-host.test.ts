import { describe, expect, it } from "@jest/globals";
import { HostGroup } from "../../../constructs/compute/host-group";
import { ServiceHost, type ServiceHostProps } from "../../../constructs/compute/service-host";
import { Firewall } from "../../../constructs/network/firewall";
import { ZoneNetwork } from "../../../constructs/network/zone-network";
import { DataVolume } from "../../../constructs/storage/data-volume";
import { type Attributes, refusal, synth } from "../../synth";

type Extra = Omit<Partial<ServiceHostProps>, "dataVolume" | "group"> & { dataVolume?: true; group?: true };

const MARKS = { commune: "Île-d'Aix" };

function plan({ dataVolume, group, ...props }: Extra = {}) {
  return synth((stack) => {
    const network = new ZoneNetwork(stack, "apps", {
      name: "Aix-apps",
      range: "10.17.0.0/26",
      routerId: "router",
      resolvers: ["192.0.2.53"],
      marks: MARKS,
    });
    new ServiceHost(stack, "host", {
      name: "Aix-17004-ged-1",
      hostName: "aix-17004-ged-1",
      flavourId: "flavour",
      imageId: "image",
      network,
      firewall: new Firewall(stack, "firewall", { name: "Aix-ged", description: "GED", marks: MARKS }),
      marks: MARKS,
      ...(dataVolume && {
        dataVolume: new DataVolume(stack, "data", {
          name: "data",
          sizeGiB: 50,
          volumeType: "classic-luks",
          marks: MARKS,
        }),
      }),
      ...(group && { group: new HostGroup(stack, "hosts", { name: "Aix-ged" }) }),
      ...props,
    });
  });
}

const server = (extra?: Extra) => plan(extra)("openstack_compute_instance_v2")[0] as Attributes;
const reference = (type: string) => expect.stringMatching(new RegExp(`^\\$\\{${type}\\.[A-Za-z0-9_-]+\\.id\\}$`));

describe("ServiceHost", () => {
  it("has one port, with the firewall's group alone, guarded, in its zone", () => {
    expect(plan()("openstack_networking_port_v2")).toEqual([
      {
        name: "Aix-17004-ged-1",
        network_id: reference("openstack_networking_network_v2"),
        fixed_ip: [{ subnet_id: reference("openstack_networking_subnet_v2") }],
        security_group_ids: [reference("openstack_networking_secgroup_v2")],
        port_security_enabled: true,
        tags: ["commune=Île-d'Aix"],
      },
    ]);
  });

  it("starts from its image, on the disk of its flavour, and stands where the cloud chooses", () => {
    expect(server()).toEqual({
      name: "aix-17004-ged-1",
      flavor_id: "flavour",
      image_id: "image",
      network: [{ port: reference("openstack_networking_port_v2") }],
      config_drive: true,
      stop_before_destroy: true,
      metadata: MARKS,
      user_data: expect.stringMatching(/^#cloud-config\n/),
      lifecycle: expect.anything(),
    });
  });

  it.each<[string, Extra, Attributes]>([
    ["name of the port", { name: "Île-d'Aix" }, {}],
    ["flavour", { flavourId: "other" }, { flavor_id: "other" }],
    ["image", { imageId: "newer" }, { image_id: "newer" }],
    ["availability zone", { availabilityZone: "az-b" }, { availability_zone: "az-b" }],
    ["marks", { marks: { insee: "17299" } }, { metadata: { insee: "17299" } }],
  ])("takes the %s that it is given, and changes nothing else", (_, extra, expected) => {
    expect(server(extra)).toEqual({ ...server(), ...expected });
  });

  it("is called by its host name alone: Nova makes a DNS name of it, accents and all", () => {
    expect(server({ name: "Île-d'Aix", hostName: "ile-d-aix-2" }).name).toBe("ile-d-aix-2");
    expect(plan({ name: "Île-d'Aix" })("openstack_networking_port_v2")).toEqual([
      expect.objectContaining({ name: "Île-d'Aix" }),
    ]);
  });

  it("is not replaced, nor wiped, by what was decided when it was made", () => {
    expect(server().lifecycle).toMatchObject({
      ignore_changes: expect.arrayContaining([
        "availability_zone",
        "block_device",
        "image_id",
        "scheduler_hints",
        "user_data",
      ]),
    });
  });

  it("is replaced with its port, and not for what the provider reads of its network", () => {
    const { ignore_changes, replace_triggered_by } = server().lifecycle as Record<string, string[]>;
    expect(ignore_changes).toContain("network");
    expect(replace_triggered_by).toEqual([expect.stringMatching(/^openstack_networking_port_v2\.\w+\.id$/)]);
  });

  it("can still be resized, renamed and marked anew in place", () => {
    const { ignore_changes } = server().lifecycle as { ignore_changes: string[] };
    expect(ignore_changes).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(flavor_id|name|metadata)$/)]));
  });

  it("starts from an encrypted volume when its flavour has no disk", () => {
    const { image_id, block_device } = server({ bootVolumeGiB: 20, bootVolumeType: "gen2-luks" });
    expect(image_id).toBeUndefined();
    expect(block_device).toEqual([
      {
        source_type: "image",
        uuid: "image",
        destination_type: "volume",
        volume_size: 20,
        volume_type: "gen2-luks",
        boot_index: 0,
        delete_on_termination: true,
      },
    ]);
  });

  it("refuses a boot volume of the cloud's default type", () => {
    expect(() => plan({ bootVolumeGiB: 20 })).toThrow(refusal("volume-type-missing"));
  });

  it("joins its group", () => {
    expect(server({ group: true }).scheduler_hints).toEqual([{ group: reference("openstack_compute_servergroup_v2") }]);
  });

  it("attaches no volume when it has no data", () => {
    expect(plan()("openstack_compute_volume_attach_v2")).toEqual([]);
    expect(server().user_data).not.toContain("/srv/data");
  });

  it("attaches its data volume, and mounts it", () => {
    const found = plan({ dataVolume: true });
    expect(found("openstack_compute_volume_attach_v2")).toEqual([
      {
        instance_id: reference("openstack_compute_instance_v2"),
        volume_id: reference("openstack_blockstorage_volume_v3"),
      },
    ]);
    expect(server({ dataVolume: true }).user_data).toContain("/srv/data");
  });

  it("passes its name, packages, keys and time of restart to cloud-init", () => {
    const key = `ssh-ed25519 ${"A".repeat(68)}`;
    const { user_data } = server({
      hostName: "aix-9",
      packages: ["postgresql"],
      administratorKeys: [key],
      rebootAt: "02:22",
    });
    for (const word of ['"aix-9"', '"postgresql"', key, "02:22"]) expect(user_data).toContain(word);
  });

  it("starts no template in its user data", () => {
    const key = `ssh-ed25519 ${"A".repeat(68)} \${file("x")}`;
    expect(server({ administratorKeys: [key] }).user_data).toContain(`$\${file(`);
  });

  it("refuses what cloud-init would", () => {
    expect(() => plan({ hostName: "Île" })).toThrow(refusal("host-name-invalid"));
  });
});
