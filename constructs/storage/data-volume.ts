import { BlockstorageVolumeV3 } from "@cdktf/provider-openstack/lib/blockstorage-volume-v3";
import { Construct } from "constructs";
import { sizeInvalid, volumeTypeMissing } from "../../problems/catalogue/constructs-storage";
import { OperatorError } from "../../problems/problem";
import { type Marks, metadataOf } from "../marks";

export interface DataVolumeProps {
  /** Name shown in Horizon. */
  readonly name: string;

  /** Size in GiB. It grows in place, under a running host; Cinder cannot shrink it. */
  readonly sizeGiB: number;

  /** An encrypted volume type. The cloud's default is never taken: on some it cannot be encrypted. */
  readonly volumeType: string;

  /**
   * Availability zone. Decided once: a plan never moves a volume that exists.
   *
   * @default - the cloud chooses.
   */
  readonly availabilityZone?: string;

  readonly marks: Marks;
}

/**
 * Stateful: the data of one host.
 *
 * Nothing here stops its deletion, since OpenTofu forgets `prevent_destroy` with the block that carries it: a gate
 * refuses any plan that deletes or replaces a volume.
 *
 * @throws OperatorError `size-invalid`, `volume-type-missing`
 */
export class DataVolume extends Construct {
  readonly volumeId: string;
  readonly sizeGiB: number;

  constructor(scope: Construct, id: string, props: DataVolumeProps) {
    super(scope, id);
    const { name, sizeGiB, volumeType, availabilityZone } = props;
    if (!(Number.isInteger(sizeGiB) && sizeGiB >= 1))
      throw new OperatorError([sizeInvalid({ what: name, size: sizeGiB })]);
    if (!volumeType) throw new OperatorError([volumeTypeMissing({ volume: name })]);

    const volume = new BlockstorageVolumeV3(this, "volume", {
      name,
      size: sizeGiB,
      volumeType,
      enableOnlineResize: true,
      metadata: metadataOf(props.marks),
      ...(availabilityZone && { availabilityZone }),
      lifecycle: { ignoreChanges: ["availability_zone"] },
    });
    this.volumeId = volume.id;
    this.sizeGiB = sizeGiB;
  }
}
