import { NetworkingSecgroupRuleV2 } from "@cdktf/provider-openstack/lib/networking-secgroup-rule-v2";
import { NetworkingSecgroupV2 } from "@cdktf/provider-openstack/lib/networking-secgroup-v2";
import { Construct } from "constructs";
import { flowsIdentical, portInvalid } from "../../problems/catalogue/constructs-network";
import { OperatorError, type Problem } from "../../problems/problem";
import { type Marks, tagsOf } from "../marks";
import { addressPart } from "../names";
import { rangeOf } from "./range";

export interface FlowProps {
  /** Seen from the host. */
  readonly direction: "ingress" | "egress";

  readonly protocol: "tcp" | "udp";
  readonly port: number;

  /** Range of addresses at the other end, IPv4 or IPv6. Everyone must be said: `0.0.0.0/0`. */
  readonly range: string;

  /**
   * Who that is and why, shown in Horizon. A changed one replaces the rule: Neutron cannot update any.
   *
   * @default - none.
   */
  readonly description?: string;
}

export interface FirewallProps {
  /** Name shown in Horizon. */
  readonly name: string;

  /** What stands behind, shown in Horizon. */
  readonly description: string;

  /**
   * What may pass, by an id that is part of the address of the rule.
   *
   * @default - nothing passes, in either direction.
   */
  readonly flows?: Readonly<Record<string, FlowProps>>;

  readonly marks: Marks;
}

/**
 * The security group of a service: closed in both directions, but for its flows, one rule each. The rules that let
 * everything out of a new group are deleted, so what a stolen host can reach is what is written here.
 *
 * The provider makes the rules of a group one after the other: keep them few.
 *
 * @throws OperatorError `range-invalid`, `port-invalid`, `flows-identical`
 */
export class Firewall extends Construct {
  readonly groupId: string;

  /** Rules by the id of their flow. */
  readonly rules: Readonly<Record<string, NetworkingSecgroupRuleV2>>;

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    const flows = Object.entries(props.flows ?? {});
    requireSound(flows);

    const group = new NetworkingSecgroupV2(this, "group", {
      name: props.name,
      description: props.description,
      deleteDefaultRules: true,
      tags: tagsOf(props.marks),
    });
    this.groupId = group.id;
    this.rules = Object.fromEntries(
      flows.map(([flow, { direction, protocol, port, range, description }]) => {
        const { text, family } = rangeOf(range);
        const rule = new NetworkingSecgroupRuleV2(this, addressPart(flow), {
          securityGroupId: group.id,
          direction,
          ethertype: `IPv${family}`,
          protocol,
          portRangeMin: port,
          portRangeMax: port,
          remoteIpPrefix: text,
          ...(description && { description }),
        });
        return [flow, rule];
      }),
    );
  }
}

function requireSound(flows: readonly (readonly [string, FlowProps])[]): void {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const [id, { direction, protocol, port, range }] of flows) {
    if (!(Number.isInteger(port) && port >= 1 && port <= 65_535)) problems.push(portInvalid({ flow: id, port }));
    const what = `${direction} ${protocol} ${port} ${rangeOf(range).text}`;
    const twin = seen.get(what);
    if (twin) problems.push(flowsIdentical({ flows: [twin, id], what }));
    seen.set(what, id);
  }
  if (problems.length > 0) throw new OperatorError(problems);
}
