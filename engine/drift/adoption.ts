import type { Found } from "./found";
import type { StateResource } from "./state-resources";

/** A resource that a town's config asks for. */
export interface Wanted {
  readonly address: string;
  readonly type: string;

  /** As its stack writes it: `${openstack_networking_network_v2.a.id}` refers to another. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** An `import` block, by which a thing that exists becomes the resource that the config asks for. */
export interface Adoption {
  readonly address: string;
  readonly id: string;
  readonly block: string;
}

type Stack = { readonly resource?: Readonly<Record<string, Readonly<Record<string, Wanted["arguments"]>>>> };

/** What the stack asks for and its state does not have yet. */
export function wantedOf(stackJson: string, state: readonly StateResource[]): Wanted[] {
  const there = new Set(state.map(({ address }) => address));
  const { resource = {} } = JSON.parse(stackJson) as Stack;
  return Object.entries(resource)
    .flatMap(([type, named]) =>
      Object.entries(named).map(([name, given]) => ({ address: `${type}.${name}`, type, arguments: given })),
    )
    .filter(({ address }) => !there.has(address));
}

/** What must be equal for a thing to be the resource: details of the thing by argument. */
type Likeness = (found: Found) => Readonly<Record<string, unknown>>;

const named: Likeness = ({ name }) => ({ name });
const LIKENESS: Partial<Record<Found["kind"], [type: string, likeness: Likeness]>> = {
  attachment: [
    "openstack_compute_volume_attach_v2",
    ({ details }) => ({ instance_id: details.server_id, volume_id: details.volume_id }),
  ],
  container: ["openstack_objectstorage_container_v1", named],
  network: ["openstack_networking_network_v2", named],
  port: ["openstack_networking_port_v2", ({ name, details }) => ({ name, network_id: details.network_id })],
  router: ["openstack_networking_router_v2", named],
  "router-interface": [
    "openstack_networking_router_interface_v2",
    ({ details }) => ({
      router_id: details.device_id,
      subnet_id: (details.fixed_ips as { subnet_id?: string }[])[0]?.subnet_id,
    }),
  ],
  "security-group": ["openstack_networking_secgroup_v2", named],
  "security-group-rule": [
    "openstack_networking_secgroup_rule_v2",
    ({ details }) => ({
      security_group_id: details.security_group_id,
      direction: details.direction,
      ethertype: details.ethertype,
      protocol: details.protocol,
      port_range_min: details.port_range_min,
      port_range_max: details.port_range_max,
      remote_ip_prefix: details.remote_ip_prefix,
      remote_group_id: details.remote_group_id,
    }),
  ],
  server: ["openstack_compute_instance_v2", named],
  "server-group": ["openstack_compute_servergroup_v2", named],
  subnet: ["openstack_networking_subnet_v2", ({ details }) => ({ network_id: details.network_id, cidr: details.cidr })],
  volume: [
    "openstack_blockstorage_volume_v3",
    ({ name, details }) => ({ name, size: details.size, volume_type: details.volume_type }),
  ],
};

/** The one resource that a town asks for, does not have, and that this thing is alike; absent when there is none. */
export function adoptionOf(
  found: Found,
  wanted: readonly Wanted[],
  state: readonly StateResource[],
): Adoption | undefined {
  const [type, likeness] = LIKENESS[found.kind] ?? [];
  if (!type || !likeness || (found.kind !== "security-group-rule" && found.name === "" && likeness === named))
    return undefined;
  const expected = Object.entries(likeness(found));
  const alike = wanted.filter(
    (one) =>
      one.type === type &&
      expected.every(([name, value]) => (followed(one.arguments[name], state) ?? null) === (value ?? null)),
  );
  const [only] = alike;
  if (!only || alike.length > 1) return undefined;
  const { id } = found;
  const block = `import {\n  to = ${only.address}\n  id = ${JSON.stringify(id)}\n}`;
  return { address: only.address, id, block };
}

/** The id behind a reference, when the state has it. */
function followed(value: unknown, state: readonly StateResource[]): unknown {
  const [, address] = typeof value === "string" ? (/^\$\{([\w.-]+)\.id\}$/.exec(value) ?? []) : [];
  return address ? state.find((one) => one.address === address)?.attributes.id : value;
}
