import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/lib/networking-network-v2";
import { expect, it } from "@jest/globals";
import { TerraformResource } from "cdktf";
import { version } from "cdktf/package.json";

it("runs on cdktf 0.21.0, which the compiled bindings use too", () => {
  expect(version).toBe("0.21.0");
  expect(Object.getPrototypeOf(NetworkingNetworkV2)).toBe(TerraformResource);
});
