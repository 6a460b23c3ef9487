import type { Found, Key } from "./found";

/**
 * What a thing goes with: told and removed with it, it is no finding of its own. A volume and an address outlive the
 * server that they serve, so they are.
 */
export function partOf({ kind, details }: Found): readonly Key[] {
  const text = (name: string) => (details[name] ? String(details[name]) : undefined);
  const key = (of: string, name: string): Key[] => (text(name) ? [`${of} ${text(name)}` as Key] : []);
  switch (kind) {
    case "security-group-rule":
      return key("security-group", "security_group_id");
    case "subnet":
      return key("network", "network_id");
    case "port":
      return String(details.device_owner).startsWith("compute:") ? key("server", "device_id") : [];
    case "router-interface":
      return key("router", "device_id");
    case "attachment":
      return [...key("server", "server_id"), ...key("volume", "volume_id")];
    case "rbac-policy":
      return [`network ${text("object_id")}`, `address-group ${text("object_id")}`, `qos-policy ${text("object_id")}`];
    case "recordset":
      return key("zone", "zone_id");
    case "listener":
      return idsIn(details.loadbalancers).map((id): Key => `load-balancer ${id}`);
    case "pool":
      return [
        ...idsIn(details.loadbalancers).map((id): Key => `load-balancer ${id}`),
        ...idsIn(details.listeners).map((id): Key => `listener ${id}`),
      ];
    case "member":
      return key("pool", "pool_id");
    case "health-monitor":
      return idsIn(details.pools).map((id): Key => `pool ${id}`);
    case "l7-policy":
      return key("listener", "listener_id");
    default:
      return [];
  }
}

/** What else a thing hangs on: enough to tell whose it may be. */
export function hangsOn(found: Found): readonly Key[] {
  const { kind, details } = found;
  const more: Key[] = [];
  if (kind === "port" || kind === "load-balancer") {
    if (details.device_id) more.push(`server ${details.device_id}`, `router ${details.device_id}`);
    more.push(`network ${details.network_id ?? details.vip_network_id}`);
  }
  if (kind === "router-interface") more.push(`network ${details.network_id}`);
  if (kind === "floating-ip" && details.port_id) more.push(`port ${details.port_id}`);
  if (kind === "snapshot" || kind === "backup") more.push(`volume ${details.volume_id}`);
  if (kind === "trunk") more.push(`port ${details.port_id}`);
  if (kind === "volume")
    for (const { server_id } of details.attachments as { server_id?: string }[]) more.push(`server ${server_id}`);
  return [...partOf(found), ...more];
}

function idsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.map(({ id }: { id: string }) => id) : [];
}
