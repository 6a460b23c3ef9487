import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/lib/networking-network-v2";
import { expect, it } from "@jest/globals";
import { TerraformResource } from "cdktf";
import { version } from "cdktf/package.json";

it("runs on cdktf 0.21.0, which the compiled bindings use too", () => {
  expect(version).toBe("0.21.0");
  expect(Object.getPrototypeOf(NetworkingNetworkV2)).toBe(TerraformResource);
});

it("takes in the tests of every kind of construct", () => {
  const folders = readdirSync(join(__dirname, "../../constructs"), { withFileTypes: true });
  const kinds = folders.filter((one) => one.isDirectory()).map(({ name }) => name);
  expect(kinds).not.toHaveLength(0);
  for (const kind of kinds) expect(existsSync(join(__dirname, "../constructs", kind))).toBe(true);
});
