import { isIPv4 } from "node:net";
import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/lib/networking-network-v2";
import { NetworkingRouterInterfaceV2 } from "@cdktf/provider-openstack/lib/networking-router-interface-v2";
import { NetworkingSubnetV2 } from "@cdktf/provider-openstack/lib/networking-subnet-v2";
import { Construct } from "constructs";
import { resolverMissing, zoneRangeUnusable } from "../../problems/catalogue/constructs-network";
import { OperatorError } from "../../problems/problem";
import { type Marks, tagsOf } from "../marks";
import { isPrivate, rangeOf } from "./range";

export interface ZoneNetworkProps {
  /** Name shown in Horizon; the subnet carries it too. */
  readonly name: string;

  /** Private IPv4 range of the subnet, at least /28. A changed range replaces the subnet and all that stands in it. */
  readonly range: string;

  /** Router that joins the zone to the others. */
  readonly routerId: string;

  /** Addresses of DNS servers, given to the hosts by DHCP. IPv6 ones are left out: Neutron refuses them here. */
  readonly resolvers: readonly string[];

  readonly marks: Marks;
}

/** Smallest zone: the router, two DHCP servers and a load balancer already take seven addresses of a /28. */
const LONGEST_PREFIX = 28;

/**
 * One network zone: a network, its subnet, and its plug into the router.
 *
 * @throws OperatorError `range-invalid`, `zone-range-unusable`, `resolver-missing`
 */
export class ZoneNetwork extends Construct {
  readonly networkId: string;
  readonly subnetId: string;

  constructor(scope: Construct, id: string, props: ZoneNetworkProps) {
    super(scope, id);
    const range = rangeOf(props.range);
    if (!isPrivate(range) || range.bits > LONGEST_PREFIX)
      throw new OperatorError([zoneRangeUnusable({ zone: id, text: props.range })]);
    const resolvers = props.resolvers.filter(isIPv4);
    if (resolvers.length === 0) throw new OperatorError([resolverMissing({ resolvers: props.resolvers })]);

    const { name } = props;
    const tags = tagsOf(props.marks);
    const network = new NetworkingNetworkV2(this, "network", { name, portSecurityEnabled: true, tags });
    const subnet = new NetworkingSubnetV2(this, "subnet", {
      name,
      networkId: network.id,
      cidr: range.text,
      ipVersion: 4,
      dnsNameservers: resolvers,
      tags,
    });
    new NetworkingRouterInterfaceV2(this, "plug", { routerId: props.routerId, subnetId: subnet.id });

    this.networkId = network.id;
    this.subnetId = subnet.id;
  }
}
