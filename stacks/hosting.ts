import { OpenstackProvider } from "@cdktf/provider-openstack/lib/provider";
import { type TerraformElement, TerraformStack } from "cdktf";
import { Construct, type Node } from "constructs";
import type { Blueprint } from "../blueprint/blueprint";
import { shownName } from "../constructs/names";
import { TownNetwork } from "../constructs/network/town-network";
import { OpenTofuVersion } from "../constructs/opentofu-version";
import { literal } from "../constructs/text";
import { addService } from "./service";
import { trace } from "./trace";

/** Oldest OpenTofu that plans a town. */
const REQUIRED_VERSION = ">= 1.12.0";

/** Name of the hosting stack of a town: also its folder in CDKTF's output. */
export function hostingStackName({ town }: Blueprint): string {
  return `hosting-${town.insee}`;
}

/**
 * What hosts a town: its network, and for each service a firewall, hosts, data volumes and a document container.
 *
 * No data source, and the provider logs in only when it must: a first plan needs neither cloud nor credential.
 *
 * @throws OperatorError those of its constructs
 */
export class HostingStack extends TerraformStack {
  constructor(scope: Construct, id: string, blueprint: Blueprint) {
    super(scope, id);
    const { town, target, services, marks } = blueprint;
    trace(this, "", { name: "town.name", tags: "marks", metadata: "marks", region: "target.region" });
    new OpenTofuVersion(this, "opentofu", { required: REQUIRED_VERSION });
    new OpenstackProvider(this, "openstack", {
      authUrl: literal(target.authUrl),
      region: literal(target.region),
      delayedAuth: true,
    });

    const network = new TownNetwork(this, "network", {
      name: shownName(town),
      externalNetworkId: literal(target.externalNetwork.id),
      resolvers: target.resolvers,
      zones: Object.fromEntries(
        Object.values(blueprint.zones).map(({ name, range }) => [name, { name: shownName(town, name), range }]),
      ),
      marks,
    });
    trace(network.router, "town", { external_network_id: "target.externalNetwork.id" });
    for (const [name, zone] of Object.entries(network.zones))
      trace(zone, `zones.${name}`, { cidr: `zones.${name}.range`, dns_nameservers: "target.resolvers" });

    const all = new Construct(this, "service");
    for (const service of Object.values(services)) addService(all, blueprint, service, network);
  }

  /**
   * Addresses that a person can read and write in a waiver: the ids from the stack down, with `_` between them. No id
   * holds a `_`, so no two resources of a type share an address, without CDKTF's hash.
   */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = element instanceof Construct ? element.node : element;
    return node.scopes
      .slice(node.scopes.indexOf(this) + 1)
      .map((scope) => scope.node.id)
      .join("_");
  }
}
