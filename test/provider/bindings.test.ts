import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ComputeInstanceV2 } from "@cdktf/provider-openstack/lib/compute-instance-v2";
import { DataOpenstackNetworkingNetworkV2 } from "@cdktf/provider-openstack/lib/data-openstack-networking-network-v2";
import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/lib/networking-network-v2";
import { OpenstackProvider } from "@cdktf/provider-openstack/lib/provider";
import { describe, expect, it } from "@jest/globals";
import { TerraformStack, Testing } from "cdktf";

const folder = dirname(require.resolve("@cdktf/provider-openstack/package.json"));
const { provider_schemas } = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8"));
const [schema] = Object.values<Record<string, object>>(provider_schemas);

describe("the bindings", () => {
  it("have one class for each resource and data source of the schema, each loadable alone", () => {
    const folders = readdirSync(join(folder, "lib"), { withFileTypes: true }).filter((one) => one.isDirectory());
    const types = folders.flatMap(({ name }) => {
      const exported = Object.values<{ tfResourceType?: string }>(require(join(folder, "lib", name)));
      const [type] = exported.flatMap(({ tfResourceType }) => tfResourceType ?? []);
      return name.startsWith("data-") ? `data.${type}` : type;
    });
    expect(types.sort()).toEqual(
      [
        ...Object.keys(schema?.resource_schemas ?? {}),
        ...Object.keys(schema?.data_source_schemas ?? {}).map((type) => `data.${type}`),
        "openstack",
      ].sort(),
    );
  });

  it("are for the version of the provider that the package says", () => {
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const stack = new TerraformStack(Testing.app(), "town");
    new OpenstackProvider(stack, "openstack");
    expect(JSON.parse(Testing.synth(stack)).terraform.required_providers.openstack).toEqual({
      source: "registry.opentofu.org/terraform-provider-openstack/openstack",
      version,
    });
  });

  it("synthesise blocks, sets, maps and references", () => {
    const stack = new TerraformStack(Testing.app(), "town");
    new OpenstackProvider(stack, "openstack", { delayedAuth: true });
    const network = new NetworkingNetworkV2(stack, "network", { name: "mairie", segments: [{ segmentationId: 12 }] });
    new ComputeInstanceV2(stack, "host", {
      name: "mairie",
      tags: ["insee:17299"],
      metadata: { town: "17299" },
      network: [{ uuid: network.id, accessNetwork: true }],
      lifecycle: { preventDestroy: true },
    });
    new DataOpenstackNetworkingNetworkV2(stack, "public", { external: true });

    const { provider, resource, data } = JSON.parse(Testing.synth(stack, true));
    expect(provider).toEqual({ openstack: [{ delayed_auth: true }] });
    expect(resource).toEqual({
      openstack_networking_network_v2: { network: { name: "mairie", segments: [{ segmentation_id: 12 }] } },
      openstack_compute_instance_v2: {
        host: {
          name: "mairie",
          tags: ["insee:17299"],
          metadata: { town: "17299" },
          network: [{ uuid: `\${openstack_networking_network_v2.network.id}`, access_network: true }],
          lifecycle: { prevent_destroy: true },
        },
      },
    });
    expect(data).toEqual({ openstack_networking_network_v2: { public: { external: true } } });
  });
});
