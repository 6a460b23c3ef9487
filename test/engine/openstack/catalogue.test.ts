import { describe, expect, it } from "@jest/globals";
import { Region } from "../../../engine/openstack/catalogue";
import type { Catalogue } from "../../../engine/openstack/token";

const endpoint = (face: string, region: string, url: string) => ({ interface: face, region_id: region, url });
const CATALOGUE: Catalogue = [
  {
    type: "network",
    endpoints: [
      endpoint("admin", "GRA11", "https://admin.gra.example"),
      endpoint("public", "SBG5", "https://network.sbg.example"),
      endpoint("public", "GRA11", "https://network.gra.example/"),
      endpoint("internal", "GRA11", "https://network.gra.internal/v2.0/"),
    ],
  },
  { type: "volumev3", endpoints: [endpoint("public", "GRA11", "https://volume.example/v3/p1")] },
  { type: "object-store", endpoints: [endpoint("public", "SBG5", "https://s3.example/v1/AUTH_p1")] },
  { type: "compute", endpoints: [endpoint("public", "GRA11", "https://v2.compute.example/v2.1")] },
  { type: "load-balancer", endpoints: [endpoint("public", "GRA11", "https://cloud.example/load-balancer")] },
];

describe("the address of a service", () => {
  it.each([
    ["public", "GRA11", "network", "https://network.gra.example/v2.0"],
    ["public", "SBG5", "network", "https://network.sbg.example/v2.0"],
    ["internal", "GRA11", "network", "https://network.gra.internal/v2.0"],
    ["public", "GRA11", "volume", "https://volume.example/v3/p1"],
    ["public", "SBG5", "objects", "https://s3.example/v1/AUTH_p1"],
    ["public", "GRA11", "compute", "https://v2.compute.example/v2.1"],
    ["public", "GRA11", "balancers", "https://cloud.example/load-balancer/v2"],
  ] as const)("is, %s and in %s, for %s: %s", (face, region, service, address) => {
    expect(new Region(CATALOGUE, face, region).addressOf(service)).toBe(address);
  });

  it("is not another region's", () => {
    expect(new Region(CATALOGUE, "public", "GRA11").has("objects")).toBe(false);
  });

  it("is that of the only region when none is named", () => {
    expect(new Region(CATALOGUE.slice(1, 2), "public").name).toBe("GRA11");
  });
});
