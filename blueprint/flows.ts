import type { Place } from "../problems/problem";
import type { Located } from "../schema/config";
import type { Peer, Service } from "../schema/files/service";
import type { Syndicate } from "../schema/files/syndicate";
import type { Target } from "../schema/files/target";
import type { Town } from "../schema/files/town";
import { slug } from "../schema/slug";
import { ZONES, type Zone } from "../schema/values";
import type { FlowBlueprint, Layer } from "./blueprint";
import { derive, read } from "./origin";
import { type Traced, Valued } from "./valued";

/** IPv4 only: the subnets of a town have no IPv6 range yet. */
const EVERYONE = "0.0.0.0/0";

export interface FlowSources {
  readonly syndicate: Located<Syndicate>;
  readonly target: Located<Target>;
  readonly service: Located<Service>;
  readonly town: Located<Town>;
  readonly name: string;

  /** Ranges of the zones that the town has. */
  readonly zones: Readonly<Partial<Record<Zone, string>>>;
}

/** Every flow of a service, by id: the catalogue's, the town's openings, the administration, the base of a host. */
export function flowsOf(sources: FlowSources): Record<string, Traced<FlowBlueprint>> {
  const flows = [...catalogueFlows(sources), ...openings(sources), ...administration(sources), ...base(sources)];
  // The same flow said twice is one rule, whatever it is called: Neutron refuses a second. The first line is the one to show.
  const unique = new Map<string, Traced<FlowBlueprint>>();
  for (const flow of flows) {
    const what = [flow.direction, flow.protocol, flow.port, flow.range].map(({ value }) => value).join(" ");
    if (!unique.has(what)) unique.set(what, flow);
  }
  return Object.fromEntries([...unique.values()].map((flow) => [flow.id.value, flow] as const).sort(byId));
}

const byId = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]) => (left < right ? -1 : 1);

function* catalogueFlows({ service, ...rest }: FlowSources) {
  for (const [index, { from, ...flow }] of service.value.listens.entries())
    yield* flowsWith(
      { ...rest, located: service, layer: "service", path: ["listens", index], key: "from" },
      "ingress",
      from,
      flow,
    );
  for (const [index, { to, ...flow }] of service.value.reaches.entries())
    yield* flowsWith(
      { ...rest, located: service, layer: "service", path: ["reaches", index], key: "to" },
      "egress",
      to,
      flow,
    );
}

function* openings({ town, name, ...rest }: FlowSources) {
  for (const [index, { service, from, ...flow }] of town.value.openings.entries())
    if (service === name)
      yield* flowsWith(
        { ...rest, town, located: town, layer: "town", path: ["openings", index], key: "from" },
        "ingress",
        from,
        flow,
      );
}

/** SSH from the ranges of the syndicate's team, and from nowhere else. */
function* administration({ syndicate }: FlowSources) {
  for (const [index, range] of syndicate.value.administration.entries())
    yield flow("ingress", "tcp", 22, range, range, syndicate.placeOf(["administration", index]), "syndicate");
}

/** What no host can do without: names, time, and its distribution's security updates. */
function* base({ target }: FlowSources) {
  for (const [index, resolver] of target.value.resolvers.entries()) {
    const range = `${resolver}/${resolver.includes(":") ? 128 : 32}`;
    const at = target.placeOf(["resolvers", index]);
    // An answer that is too long for UDP is asked again over TCP (RFC 7766).
    for (const protocol of ["udp", "tcp"] as const) yield flow("egress", protocol, 53, range, range, at, "target");
  }
  for (const [protocol, port] of [
    ["udp", 123],
    ["tcp", 80],
    ["tcp", 443],
  ] as const)
    yield flow("egress", protocol, port, "internet", EVERYONE, undefined, "rule");
}

interface Written extends Omit<FlowSources, "service" | "name" | "syndicate" | "target"> {
  readonly located: Located<unknown>;
  readonly layer: Layer;
  readonly path: readonly (string | number)[];
  readonly key: "from" | "to";
}

function* flowsWith(
  { located, layer, path, key, town, zones }: Written,
  direction: FlowBlueprint["direction"],
  peers: readonly Peer[],
  { protocol, port, reason }: { protocol: "tcp" | "udp"; port: number; reason?: string },
) {
  for (const [index, peer] of peers.entries()) {
    const at = located.placeOf([...path, key, index]);
    for (const range of rangesOf(peer, town.value, zones)) {
      const made = flow(direction, protocol, port, peer, range, at, layer);
      yield {
        ...made,
        protocol: read(protocol, layer, located, [...path, "protocol"]),
        port: read(port, layer, located, [...path, "port"]),
        ...(reason && { reason: read(reason, layer, located, [...path, "reason"]) }),
      };
    }
  }
}

/** A zone that the town does not have holds nobody: no flow. */
function rangesOf(peer: Peer, town: Town, zones: FlowSources["zones"]): readonly string[] {
  if (peer === "internet") return [EVERYONE];
  if (peer === "town-hall") return town.townHall;
  if ((ZONES as readonly string[]).includes(peer)) return zones[peer as Zone] ? [zones[peer as Zone] as string] : [];
  return [peer];
}

function flow(
  direction: FlowBlueprint["direction"],
  protocol: FlowBlueprint["protocol"],
  port: number,
  peer: string,
  range: string,
  at: Place | undefined,
  layer: Layer,
): Traced<FlowBlueprint> {
  const valued = <T>(value: T) =>
    layer === "rule" ? derive(value, "base-flows-of-a-host") : new Valued(value, { layer, ...(at && { at }) });
  const other = peer === "town-hall" ? `${peer}-${range}` : peer;
  return {
    id: derive(`${direction}-${protocol}-${port}-${slug(other)}`, "flow-id", at),
    direction: valued(direction),
    protocol: valued(protocol),
    port: valued(port),
    peer: valued(peer),
    range: valued(range),
  };
}
