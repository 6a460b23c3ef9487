import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";

export interface OpenTofuVersionProps {
  /** Version constraint. @example ">= 1.12.0" */
  readonly required: string;
}

/** The versions of OpenTofu that may work on a stack: another one refuses to start. */
export class OpenTofuVersion extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: OpenTofuVersionProps,
  ) {
    super(scope, id);
  }

  override toTerraform(): { terraform: { required_version: string } } {
    return { terraform: { required_version: this.props.required } };
  }
}
