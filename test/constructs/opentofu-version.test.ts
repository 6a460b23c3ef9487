import { expect, it } from "@jest/globals";
import { TerraformStack, Testing } from "cdktf";
import { RootConstruct } from "constructs";
import { OpenTofuVersion } from "../../constructs/opentofu-version";

it("asks for a version of OpenTofu", () => {
  const stack = new TerraformStack(new RootConstruct(), "test");
  new OpenTofuVersion(stack, "opentofu", { required: ">= 1.12.0" });
  expect(JSON.parse(Testing.synth(stack, true))).toEqual({ terraform: { required_version: ">= 1.12.0" } });
});
