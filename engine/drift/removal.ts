import type { Found, FoundKind, Key } from "./found";
import { shellLine } from "./shell";

/** How the `openstack` command removes what is known by its id alone. */
const BY_ID: Partial<Record<FoundKind, string>> = {
  "address-group": "address group delete",
  "application-credential": "application credential delete",
  backup: "volume backup delete",
  "ec2-credential": "ec2 credentials delete",
  "floating-ip": "floating ip delete",
  "health-monitor": "loadbalancer healthmonitor delete",
  image: "image delete",
  "l7-policy": "loadbalancer l7policy delete",
  listener: "loadbalancer listener delete",
  "load-balancer": "loadbalancer delete --cascade",
  network: "network delete",
  pool: "loadbalancer pool delete",
  port: "port delete",
  "qos-policy": "network qos policy delete",
  "rbac-policy": "network rbac delete",
  secret: "secret delete",
  "secret-container": "secret container delete",
  "security-group": "security group delete",
  "security-group-rule": "security group rule delete",
  server: "server delete --wait",
  "server-group": "server group delete",
  snapshot: "volume snapshot delete",
  subnet: "subnet delete",
  "subnet-pool": "subnet pool delete",
  trunk: "network trunk delete",
  zone: "zone delete",
};

export interface RemovalContext {
  readonly projectId: string;

  /** Id of the user who looks. */
  readonly userId: string;

  /** What is removed as well: nothing is taken off a server that goes before it. */
  readonly going: { has(key: Key): boolean };

  /** Everything that exists: routers are unplugged, volumes detached first. */
  readonly all: Iterable<Found>;
}

/** The commands that remove a thing, in order: to be read, and run by a person. They are never run from here. */
export function removalOf(found: Found, context: RemovalContext): string[] {
  const { kind, id, name, details } = found;
  const text = (key: string) => String(details[key] ?? "");
  const line = (verb: string, ...words: string[]) => shellLine(["openstack", ...verb.split(" "), ...words]);
  switch (kind) {
    case "attachment":
      return [line("server remove volume", text("server_id"), text("volume_id"))];
    case "router-interface":
      return [line("router remove port", text("device_id"), id)];
    case "volume":
      return [
        ...(details.attachments as { server_id?: string }[]).flatMap(({ server_id }) =>
          server_id && !context.going.has(`server ${server_id}`) ? [line("server remove volume", server_id, id)] : [],
        ),
        line("volume delete", id),
      ];
    case "router":
      return [
        ...plugsOf(id, context.all).map((port) => line("router remove port", id, port)),
        line("router delete", id),
      ];
    case "recordset":
      return [line("recordset delete", text("zone_id"), id)];
    case "member":
      return [line("loadbalancer member delete", text("pool_id"), id)];
    case "keypair":
      return [shellLine(["openstack", ...keypairOf(text("user_id"), context)], name)];
    case "container":
      // a container that holds documents goes with them, or not at all
      return [shellLine(["openstack", "container", "delete", ...(details.count === 0 ? [] : ["--recursive"])], name)];
    case "user":
    case "group":
      return (details.roles as string[]).map((role) =>
        shellLine(["openstack", "role", "remove", "--project", context.projectId, `--${kind}`, id], role),
      );
    default:
      return BY_ID[kind] ? [line(BY_ID[kind] as string, id)] : [];
  }
}

/** The client knows the key pairs of others from a later version of the API on than the one that it asks for. */
function keypairOf(user: string, { userId }: RemovalContext): string[] {
  if (user === userId) return ["keypair", "delete"];
  return ["--os-compute-api-version", "2.10", "keypair", "delete", "--user", user];
}

function plugsOf(router: string, all: Iterable<Found>): string[] {
  return [...all]
    .filter(({ kind, details }) => kind === "router-interface" && details.device_id === router)
    .map(({ id }) => id);
}

/** What holds others back goes first: nobody removes a network with a port in it. Kinds that are not here go last. */
const ORDER: readonly FoundKind[] = [
  "load-balancer",
  "server",
  "server-group",
  "keypair",
  "attachment",
  "backup",
  "snapshot",
  "volume",
  "floating-ip",
  "trunk",
  "router-interface",
  "port",
  "router",
  "rbac-policy",
  "subnet",
  "network",
  "security-group-rule",
  "security-group",
];

/** Sorts things by the order in which they can be removed. */
export function byRemoval(left: Pick<Found, "kind">, right: Pick<Found, "kind">): number {
  const [a, b] = [left, right].map(({ kind }) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length));
  return (a ?? 0) - (b ?? 0);
}
