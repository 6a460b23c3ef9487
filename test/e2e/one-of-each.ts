import { z } from "zod";
import type { Hand } from "./by-hand";

/** Makes one of each kind of thing that a town's project holds, all of them under one name. */
export async function makeOneOfEach(hand: Hand, name: string): Promise<void> {
  const { cloud } = hand;
  const some = z.object({ id: z.string() });

  const network = await hand.make("network", "/networks", { network: { name } });
  const subnet = await hand.make("network", "/subnets", {
    subnet: { name, network_id: network, cidr: "10.99.0.0/24", ip_version: 4 },
  });
  const group = await hand.make("network", "/security-groups", { security_group: { name } });
  const ssh = { direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 22, port_range_max: 22 };
  await hand.make("network", "/security-group-rules", { security_group_rule: { security_group_id: group, ...ssh } });
  await hand.make("network", "/address-groups", { address_group: { name, addresses: ["192.0.2.0/24"] } });
  const router = await hand.make("network", "/routers", { router: { name } });
  const plug = (verb: "add" | "remove") =>
    cloud.send("network", `/routers/${router}/${verb}_router_interface`, {
      method: "PUT",
      body: { subnet_id: subnet },
    });
  await plug("add");
  hand.afterwards(() => plug("remove"));
  const [external] = await cloud.list("network", "/networks", "networks", some, { query: { "router:external": true } });
  await hand.make("network", "/floatingips", { floatingip: { floating_network_id: external?.id } });
  await hand.make("network", "/ports", { port: { name, network_id: network, security_groups: [group] } });

  await hand.make("compute", "/os-keypairs", { keypair: { name } });
  await hand.make(
    "compute",
    "/os-server-groups",
    { server_group: { name, policy: "soft-anti-affinity" } },
    "compute 2.64",
  );
  const [flavour] = await cloud.list("compute", "/flavors", "flavors", some);
  const [image] = await cloud.list("image", "/images", "images", some, { query: { status: "active" } });
  const disk = { boot_index: 0, uuid: image?.id, source_type: "image", destination_type: "volume", volume_size: 1 };
  const server = await hand.make("compute", "/servers", {
    server: {
      name,
      flavorRef: flavour?.id,
      networks: [{ uuid: network }],
      block_device_mapping_v2: [{ ...disk, delete_on_termination: true }],
    },
  });
  await hand.until("compute", `/servers/${server}`, "status", "ACTIVE");

  const volume = await hand.make("volume", "/volumes", { volume: { name, size: 1, volume_type: "luks" } });
  await hand.until("volume", `/volumes/${volume}`, "status", "available");
  const snapshot = await hand.make("volume", "/snapshots", { snapshot: { name, volume_id: volume } });
  await hand.until("volume", `/snapshots/${snapshot}`, "status", "available");
  await hand.make("image", "/images", { name, disk_format: "raw", container_format: "bare" });

  await cloud.send("objects", `/${name}`, { method: "PUT", headers: { "X-Container-Read": ".r:*" } });
  hand.afterwards(() => cloud.send("objects", `/${name}`, { method: "DELETE" }));
  await hand.make("secrets", "/secrets", { name, payload: "hidden", payload_content_type: "text/plain" });
  await hand.make("identity", `/users/${cloud.user.id}/application_credentials`, { application_credential: { name } });

  const zone = await hand.make("dns", "/zones", { name: `${name}.example.`, email: "dns@aunis.example" });
  const record = { name: `www.${name}.example.`, type: "A", records: ["192.0.2.1"] };
  await hand.make("dns", `/zones/${zone}/recordsets`, record);

  const balancer = await hand.make("balancers", "/lbaas/loadbalancers", {
    loadbalancer: { name, vip_subnet_id: subnet },
  });
  const settled = () => hand.until("balancers", `/lbaas/loadbalancers/${balancer}`, "provisioning_status", "ACTIVE");
  await settled();
  const http = { name, loadbalancer_id: balancer, protocol: "HTTP" };
  await hand.make("balancers", "/lbaas/listeners", { listener: { ...http, protocol_port: 80 } });
  await settled();
  const pool = await hand.make("balancers", "/lbaas/pools", { pool: { ...http, lb_algorithm: "ROUND_ROBIN" } });
  await settled();
  const member = { name, address: "10.99.0.10", protocol_port: 80 };
  await hand.make("balancers", `/lbaas/pools/${pool}/members`, { member });
  await settled();
}
