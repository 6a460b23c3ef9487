import { z } from "zod";
import { unless } from "../../engine/openstack/answer-error";
import type { Inventory, Item, ItemKind } from "../../engine/openstack/inventory";
import type { Hand } from "./by-hand";

const some = z.object({ id: z.string() });

/** What Île-d'Aix has, by kind and part of the name: hosts are named in ASCII. */
export function the<Kind extends ItemKind>({ items }: Inventory, kind: Kind, part = ""): Extract<Item, { kind: Kind }> {
  const found = items.find(
    (one) => one.kind === kind && /^île-d.aix|^ile-d-aix/i.test(one.name) && one.name.includes(part),
  );
  if (!found) throw new Error(`no ${kind} ${part}`);
  return found as Extract<Item, { kind: Kind }>;
}

/**
 * Changes a town's project through the APIs, as hurried people do, in ways that no plan shows: nothing of the town
 * itself is touched. Gives what drift has to say of each: kind and id.
 */
export async function addByHand(hand: Hand, town: Inventory, name: string): Promise<string[]> {
  const { cloud } = hand;
  const made: string[] = [];
  const make = async (kind: string, ...how: Parameters<Hand["make"]>) => {
    const id = await hand.make(...how);
    made.push(`${kind} ${id}`);
    return id;
  };
  const group = the(town, "security-group", "site-web").id;
  const rule = (security_group_id: string, more: object) => ({ security_group_rule: { security_group_id, ...more } });
  const ssh = { direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 22, port_range_max: 22 };
  const kept = "/security-group-rules";
  await make("security-group-rule", "network", kept, rule(group, { ...ssh, remote_ip_prefix: "0.0.0.0/0" }));
  await make("security-group-rule", "network", kept, rule(group, { direction: "egress", ethertype: "IPv4" }));
  const [standard] = town.items.filter((item) => item.kind === "security-group" && item.name === "default");
  await make("security-group-rule", "network", kept, rule(standard?.id ?? "", ssh));
  await make("security-group", "network", "/security-groups", { security_group: { name } });

  const network = the(town, "network", "apps").id;
  await make("port", "network", "/ports", { port: { name, network_id: network } });
  const side = await make("network", "network", "/networks", { network: { name } });
  const range = { name, network_id: side, cidr: "10.99.0.0/24", ip_version: 4 };
  const subnet = await hand.make("network", "/subnets", { subnet: range });
  await make("router", "network", "/routers", { router: { name } });
  const router = the(town, "router").id;
  const plug = (verb: "add" | "remove") =>
    cloud.send("network", `/routers/${router}/${verb}_router_interface`, {
      method: "PUT",
      body: { subnet_id: subnet },
    });
  const { port_id } = JSON.parse((await plug("add")).text) as { port_id: string };
  hand.afterwards(() => unless([404], plug("remove")));
  made.push(`router-interface ${port_id}`);
  const [external] = await cloud.list("network", "/networks", "networks", some, { query: { "router:external": true } });
  await make("floating-ip", "network", "/floatingips", { floatingip: { floating_network_id: external?.id } });
  await make("address-group", "network", "/address-groups", { address_group: { name, addresses: ["192.0.2.0/24"] } });

  const server = the(town, "server", "site-web").id;
  const volume = await make("volume", "volume", "/volumes", { volume: { name, size: 3, volume_type: "luks" } });
  await hand.until("volume", `/volumes/${volume}`, "status", "available");
  const snapshot = { name, volume_id: the(town, "volume", "site-web").id, force: true };
  const taken = await make("snapshot", "volume", "/snapshots", { snapshot });
  await hand.until("volume", `/snapshots/${taken}`, "status", "available");
  const path = `/servers/${server}/os-volume_attachments`;
  await cloud.send("compute", path, { method: "POST", body: { volumeAttachment: { volumeId: volume } } });
  hand.afterwards(() => unless([404], hand.remove("compute", `${path}/${volume}`)));
  await hand.until("volume", `/volumes/${volume}`, "status", "in-use");

  const [flavour] = await cloud.list("compute", "/flavors", "flavors", some);
  const [image] = await cloud.list("image", "/images", "images", some, { query: { status: "active" } });
  const disk = { boot_index: 0, uuid: image?.id, source_type: "image", destination_type: "volume", volume_size: 1 };
  const host = await make("server", "compute", "/servers", {
    server: {
      name,
      flavorRef: flavour?.id,
      networks: [{ uuid: network }],
      block_device_mapping_v2: [{ ...disk, delete_on_termination: true }],
    },
  });
  await hand.until("compute", `/servers/${host}`, "status", "ACTIVE");
  const [own] = await cloud.list(
    "compute",
    `/servers/${host}/os-volume_attachments`,
    "volumeAttachments",
    z.object({ volumeId: z.string() }),
  );
  made.push(`volume ${own?.volumeId}`);
  const groups = { server_group: { name, policy: "soft-anti-affinity" } };
  await make("server-group", "compute", "/os-server-groups", groups, "compute 2.64");
  await hand.make("compute", "/os-keypairs", { keypair: { name } });
  made.push(`keypair ${cloud.user.id}/${name}`);
  await make("image", "image", "/images", { name, disk_format: "raw", container_format: "bare" });

  await cloud.send("objects", `/${name}`, { method: "PUT", headers: { "X-Container-Read": ".r:*" } });
  hand.afterwards(() => unless([404], cloud.send("objects", `/${name}`, { method: "DELETE" })));
  made.push(`container ${name}`);
  const credentials = `/users/${cloud.user.id}/application_credentials`;
  await make("application-credential", "identity", credentials, { application_credential: { name } });
  if (cloud.has("secrets"))
    await make("secret", "secrets", "/secrets", { name, payload: "hidden", payload_content_type: "text/plain" });
  if (cloud.has("dns")) await make("zone", "dns", "/zones", { name: `${name}.example.`, email: "dns@aunis.example" });
  if (cloud.has("balancers")) {
    const loadbalancer = { name, vip_subnet_id: the(town, "subnet").id };
    const id = await make("load-balancer", "balancers", "/lbaas/loadbalancers", { loadbalancer });
    await hand.until("balancers", `/lbaas/loadbalancers/${id}`, "provisioning_status", "ACTIVE");
  }
  return made;
}
