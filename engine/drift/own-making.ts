import type { Found, FoundKind, Key, Survey } from "./found";
import type { Owned } from "./owned";
import type { StateResource } from "./state-resources";

/** What is known while one thing after the other is judged. */
export interface Around {
  readonly survey: Survey;
  readonly owned: Owned;
  readonly all: ReadonlyMap<Key, Found>;

  /** Volumes that servers of a state were started from, by id. */
  readonly bootVolumes: ReadonlyMap<string, StateResource>;
}

type Judge = (found: Found, around: Around) => boolean;

/** What OpenStack makes by itself, and what belongs to whoever looks: nobody's change. */
const EXPECTED: Partial<Record<FoundKind, Judge>> = {
  "security-group": ({ name }) => name === "default",
  "security-group-rule": ({ details }, { owned, all }) => {
    const { security_group_id: group, remote_group_id: from } = details;
    if (isOpen(details) && details.direction === "egress" && !from)
      return owned.of(`security-group ${group}`)?.attributes.delete_default_rules !== true;
    return all.get(`security-group ${group}`)?.name === "default" && isOpen(details) && from === group;
  },
  port: ({ id, details }, { all }) => {
    const maker = String(details.device_owner);
    if (maker.startsWith("network:") || maker.startsWith("neutron:") || maker === "Octavia") return true;
    return [...all.values()].some(
      ({ kind, details: { vip_port_id } }) => kind === "load-balancer" && vip_port_id === id,
    );
  },
  volume: ({ id }, { bootVolumes }) => bootVolumes.has(id),
  attachment: ({ details }, { bootVolumes }) => bootVolumes.has(String(details.volume_id)),
  recordset: ({ name, details }, { all }) =>
    ["SOA", "NS"].includes(String(details.type)) && all.get(`zone ${details.zone_id}`)?.name === name,
  secret: ({ id }, { survey }) => survey.volumeKeys.has(id),
  container: ({ name }, { survey }) => survey.stateContainers.includes(name),
  user: ({ id }, { survey }) => id === survey.userId,
  "application-credential": ({ id, name, details }, { survey }) =>
    survey.credential === id || (survey.credential === name && details.user_id === survey.userId),
};

export function isExpected(found: Found, around: Around): boolean {
  return EXPECTED[found.kind]?.(found, around) ?? false;
}

/** A rule that names neither protocol, ports nor addresses. */
function isOpen(rule: Found["details"]): boolean {
  const limits = ["protocol", "port_range_min", "port_range_max", "remote_ip_prefix", "remote_address_group_id"];
  return limits.every((name) => rule[name] === null || rule[name] === undefined);
}

/**
 * Nova makes the volume that a server starts from, and no state holds it. A server accounts for one volume for each
 * that it asked for: those of its image, the earliest first. Any other that is attached to it came by hand.
 */
export function bootVolumesOf(all: Iterable<Found>, owned: Owned): Map<string, StateResource> {
  const made = [...all]
    .filter((found) => found.kind === "volume" && !owned.of(`volume ${found.id}`))
    .sort(earliestFirst);
  const boot = new Map<string, StateResource>();
  const left = new Map<StateResource, string[]>();
  for (const { id, details } of made) {
    const image = (details.volume_image_metadata as { image_id?: string } | null | undefined)?.image_id;
    for (const { server_id } of details.attachments as { server_id?: string }[]) {
      const server = owned.of(`server ${server_id}`);
      if (!server || image === undefined) continue;
      const images = left.get(server) ?? imagesOf(server);
      left.set(server, images);
      const index = images.indexOf(image);
      if (index < 0) continue;
      images.splice(index, 1);
      boot.set(id, server);
    }
  }
  return boot;
}

function imagesOf({ attributes }: StateResource): string[] {
  const devices = Array.isArray(attributes.block_device) ? (attributes.block_device as Record<string, unknown>[]) : [];
  return devices
    .filter((device) => device.destination_type === "volume" && device.source_type === "image")
    .map(({ uuid }) => String(uuid));
}

function earliestFirst(left: Found, right: Found): number {
  const [a, b] = [left, right].map(({ id, details }) => `${details.created_at ?? ""} ${id}`) as [string, string];
  return a < b ? -1 : Number(a > b);
}
