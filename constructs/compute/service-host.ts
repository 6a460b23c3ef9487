import {
  ComputeInstanceV2,
  type ComputeInstanceV2BlockDevice,
} from "@cdktf/provider-openstack/lib/compute-instance-v2";
import { ComputeVolumeAttachV2 } from "@cdktf/provider-openstack/lib/compute-volume-attach-v2";
import { NetworkingPortV2 } from "@cdktf/provider-openstack/lib/networking-port-v2";
import { Construct } from "constructs";
import { volumeTypeMissing } from "../../problems/catalogue/constructs-storage";
import { OperatorError } from "../../problems/problem";
import { type Marks, metadataOf, tagsOf } from "../marks";
import type { Firewall } from "../network/firewall";
import type { ZoneNetwork } from "../network/zone-network";
import type { DataVolume } from "../storage/data-volume";
import { literal } from "../text";
import { type CloudConfigProps, cloudConfig } from "./cloud-config";
import type { HostGroup } from "./host-group";

export interface ServiceHostProps extends Omit<CloudConfigProps, "dataGiB"> {
  /** Name of the port, shown in Horizon. The server is shown by its host name, see `ServiceHost`. */
  readonly name: string;

  /** Changed, it resizes the host in place, with a restart. */
  readonly flavourId: string;

  /** Image of the first start. A newer one touches no running host. */
  readonly imageId: string;

  readonly network: ZoneNetwork;

  /** The only security group of the host: without one Neutron would give it the project's default, which is open. */
  readonly firewall: Firewall;

  /**
   * Size of the volume that the host starts from, in GiB: needed when the flavour has no disk of its own.
   *
   * @default - the host starts from the disk of its flavour.
   */
  readonly bootVolumeGiB?: number;

  /** Encrypted type of that volume. @default - none: required with `bootVolumeGiB`. */
  readonly bootVolumeType?: string;

  /** @default - the host has no data volume. */
  readonly dataVolume?: DataVolume;

  /** @default - the host stands wherever there is room. */
  readonly group?: HostGroup;

  /** @default - the cloud chooses. */
  readonly availabilityZone?: string;

  readonly marks: Marks;
}

/**
 * What is decided when a host is made, and not taken back by a plan: a change of any of these would replace the host,
 * or wipe its disk (a new image is a rebuild that the plan shows as a mere update). To give a host the present values,
 * have it replaced: `tofu apply -replace=ADDRESS`. Its data volume and its address are kept.
 */
const DECIDED_ONCE = ["availability_zone", "block_device", "image_id", "scheduler_hints", "user_data"];

/**
 * One host: its port, its server, and the attachment of its data volume.
 *
 * The name of the server is its host name, in ASCII. Nova makes a host name of whatever a server is called, keeps the
 * accents in it, and gives it to Neutron; where Neutron does DNS it refuses them, and the server ends in ERROR.
 *
 * @throws OperatorError `volume-type-missing`, and those of `cloudConfig`
 */
export class ServiceHost extends Construct {
  readonly port: NetworkingPortV2;
  readonly server: ComputeInstanceV2;

  /** Absent when the host has no data volume. */
  readonly attachment?: ComputeVolumeAttachV2;

  constructor(scope: Construct, id: string, props: ServiceHostProps) {
    super(scope, id);
    const { name, network, firewall, dataVolume, group, availabilityZone, marks } = props;
    this.port = new NetworkingPortV2(this, "port", {
      name,
      networkId: network.networkId,
      fixedIp: [{ subnetId: network.subnetId }],
      securityGroupIds: [firewall.groupId],
      portSecurityEnabled: true,
      tags: tagsOf(marks),
    });
    this.server = new ComputeInstanceV2(this, "server", {
      name: props.hostName,
      flavorId: props.flavourId,
      ...bootOf(props),
      network: [{ port: this.port.id }],
      ...(availabilityZone && { availabilityZone }),
      ...(group && { schedulerHints: [{ group: group.groupId }] }),
      configDrive: true,
      userData: literal(cloudConfig({ ...props, ...(dataVolume && { dataGiB: dataVolume.sizeGiB }) })),
      stopBeforeDestroy: true,
      metadata: metadataOf(marks),
      // The provider finds the port of a server by the name of its network: after a new name it finds none for a while,
      // and would replace the server. Its port being another one is the only reason to.
      lifecycle: { ignoreChanges: [...DECIDED_ONCE, "network"], replaceTriggeredBy: [idOf(this.port)] },
    });
    if (dataVolume)
      this.attachment = new ComputeVolumeAttachV2(this, "attachment", {
        instanceId: this.server.id,
        volumeId: dataVolume.volumeId,
      });
  }
}

/** As OpenTofu's JSON wants it in `replace_triggered_by`: bare, where it refuses CDKTF's `${}`. */
function idOf({ terraformResourceType, friendlyUniqueId }: NetworkingPortV2): string {
  return `${terraformResourceType}.${friendlyUniqueId}.id`;
}

function bootOf({ name, imageId, bootVolumeGiB, bootVolumeType }: ServiceHostProps): {
  imageId?: string;
  blockDevice?: ComputeInstanceV2BlockDevice[];
} {
  if (!bootVolumeGiB) return { imageId };
  if (!bootVolumeType) throw new OperatorError([volumeTypeMissing({ volume: name })]);
  const device = {
    sourceType: "image",
    uuid: imageId,
    destinationType: "volume",
    volumeSize: bootVolumeGiB,
    volumeType: bootVolumeType,
    bootIndex: 0,
    deleteOnTermination: true,
  };
  return { blockDevice: [device] };
}
