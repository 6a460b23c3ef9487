import { ObjectstorageContainerV1 } from "@cdktf/provider-openstack/lib/objectstorage-container-v1";
import { Construct } from "constructs";
import { containerNameInvalid, sizeInvalid } from "../../problems/catalogue/constructs-storage";
import { OperatorError } from "../../problems/problem";
import { headersOf, type Marks } from "../marks";

export interface DocumentContainerProps {
  /**
   * Name, in lower-case ASCII. For ever: Swift cannot rename a container, and the provider would plan a change of name
   * again and again without making it.
   */
  readonly name: string;

  /** Swift refuses what would go beyond, in GiB. */
  readonly quotaGiB: number;

  /**
   * Keeps what is overwritten or deleted (`X-Versions-Enabled`). It mends a mistake; it does not stop a thief: who may
   * write can also destroy versions, so this is no backup. Ceph's RGW does not know it: say `false` there.
   *
   * @default true
   */
  readonly versioning?: boolean;

  readonly marks: Marks;
}

const BYTES_OF_A_GIB = 1024 ** 3;

/**
 * Stateful: the documents of one service, in Swift. No access list: only the town's own project reads and writes it. A
 * container that holds documents is not deleted, whatever a plan says.
 *
 * @throws OperatorError `container-name-invalid`, `size-invalid`
 */
export class DocumentContainer extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: DocumentContainerProps) {
    super(scope, id);
    const { name, quotaGiB, versioning = true, marks } = props;
    if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name)) throw new OperatorError([containerNameInvalid({ name })]);
    if (!(Number.isInteger(quotaGiB) && quotaGiB >= 1))
      throw new OperatorError([sizeInvalid({ what: name, size: quotaGiB })]);

    new ObjectstorageContainerV1(this, "container", {
      name,
      versioning,
      forceDestroy: false,
      metadata: { ...headersOf(marks), "Quota-Bytes": String(quotaGiB * BYTES_OF_A_GIB) },
    });
    this.name = name;
  }
}
