import { OpenstackProvider } from "@cdktf/provider-openstack/lib/provider";
import { expect } from "@jest/globals";
import { TerraformStack, Testing } from "cdktf";
import { RootConstruct } from "constructs";

export type Attributes = Record<string, unknown>;

/** Synthesises what `build` adds to an empty stack, validations included; returns a finder by resource type. */
export function synth(build: (stack: TerraformStack) => void): (type: string) => Attributes[] {
  const stack = new TerraformStack(new RootConstruct(), "test");
  new OpenstackProvider(stack, "openstack");
  build(stack);
  const { resource = {} } = JSON.parse(Testing.synth(stack, true)) as {
    resource?: Record<string, Record<string, Attributes>>;
  };
  return (type) => Object.values(resource[type] ?? {});
}

/** The error of an operator's mistake, for `toThrow`: exactly these problems, by code. */
export function refusal(...codes: readonly string[]) {
  return expect.objectContaining({ exitCode: 2, problems: codes.map((code) => expect.objectContaining({ code })) });
}
