import { ComputeServergroupV2 } from "@cdktf/provider-openstack/lib/compute-servergroup-v2";
import { Construct } from "constructs";

export interface HostGroupProps {
  /** Name shown in Horizon. */
  readonly name: string;
}

/**
 * Keeps the hosts of one service on different machines, as far as the cloud can.
 *
 * Soft, not strict: with strict anti-affinity a small data centre that empties a machine for its maintenance can no
 * longer place the host, and the service stays down for want of a perfect place.
 */
export class HostGroup extends Construct {
  readonly groupId: string;

  constructor(scope: Construct, id: string, { name }: HostGroupProps) {
    super(scope, id);
    const group = new ComputeServergroupV2(this, "group", {
      name,
      policies: ["soft-anti-affinity"],
      // A town that changes its name must not lose the group of its running hosts: Nova cannot rename one.
      lifecycle: { ignoreChanges: ["name"] },
    });
    this.groupId = group.id;
  }
}
