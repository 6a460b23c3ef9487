import { NetworkingRouterV2 } from "@cdktf/provider-openstack/lib/networking-router-v2";
import { Construct } from "constructs";
import { zoneRangesOverlap } from "../../problems/catalogue/constructs-network";
import { OperatorError } from "../../problems/problem";
import { type Marks, tagsOf } from "../marks";
import { overlap, rangeOf } from "./range";
import { ZoneNetwork } from "./zone-network";

export interface TownZoneProps {
  /** Name shown in Horizon. */
  readonly name: string;

  /** Private IPv4 range, at least /28. */
  readonly range: string;
}

export interface TownNetworkProps {
  /** Name of the router, shown in Horizon. */
  readonly name: string;

  /** Zones by name: lower-case ASCII, part of the addresses of their resources. */
  readonly zones: Readonly<Record<string, TownZoneProps>>;

  /** Addresses of DNS servers. */
  readonly resolvers: readonly string[];

  /**
   * External network that lets the hosts out.
   *
   * @default - the zones reach each other, and nothing else.
   */
  readonly externalNetworkId?: string;

  readonly marks: Marks;
}

/**
 * The network of a town: its zones, joined by one router. Who may cross is said by each service's `Firewall`.
 *
 * `enable_snat` is never set: most clouds keep it to their administrators, and refuse even the default value.
 *
 * @throws OperatorError `zone-ranges-overlap`, and those of `ZoneNetwork`
 */
export class TownNetwork extends Construct {
  readonly router: NetworkingRouterV2;
  readonly zones: Readonly<Record<string, ZoneNetwork>>;

  constructor(scope: Construct, id: string, props: TownNetworkProps) {
    super(scope, id);
    requireApart(props.zones);

    const { marks, resolvers } = props;
    this.router = new NetworkingRouterV2(this, "router", {
      name: props.name,
      ...(props.externalNetworkId && { externalNetworkId: props.externalNetworkId }),
      tags: tagsOf(marks),
    });
    this.zones = Object.fromEntries(
      Object.entries(props.zones).map(([zone, { name, range }]) => [
        zone,
        new ZoneNetwork(this, zone, { name, range, resolvers, marks, routerId: this.router.id }),
      ]),
    );
  }
}

function requireApart(zones: TownNetworkProps["zones"]): void {
  const all = Object.entries(zones).sort(([left], [right]) => (left < right ? -1 : 1));
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
  const clashes = pairs.filter(([[, one], [, other]]) => overlap(rangeOf(one.range), rangeOf(other.range)));
  if (clashes.length === 0) return;
  throw new OperatorError(
    clashes.map(([[one, { range: left }], [other, { range: right }]]) =>
      zoneRangesOverlap({ zones: [one, other], texts: [left, right] }),
    ),
  );
}
