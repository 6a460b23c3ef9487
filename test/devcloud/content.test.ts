import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { type Facts, factsSchema } from "../../schema/files/facts";
import { targetSchema } from "../../schema/files/target";

const ROOT = join(__dirname, "..", "..");
const read = (file: string) => parse(readFileSync(join(ROOT, file), "utf8"));

interface Content {
  readonly region: string;
  readonly zones: { readonly compute: string[]; readonly volume: string[] };
  readonly externalNetwork: { readonly name: string };
  readonly flavours: Facts["flavours"];
  readonly images: Facts["images"];
  readonly volumeTypes: Record<string, { readonly encrypted: boolean }>;
}

const content: Content = read("test/devcloud/content.yaml");
const target = targetSchema.parse(read("config/targets/dc-aunis.yaml"));
const facts = factsSchema.parse(read("config/facts/dc-aunis.yaml"));

describe("the devcloud", () => {
  it("has the region, the external network, the flavours and the images that the example target asks for", () => {
    expect(content.region).toBe(target.region);
    expect(content.externalNetwork.name).toBe(target.externalNetwork);
    expect(Object.keys(content.flavours)).toEqual(expect.arrayContaining(Object.values(target.flavours)));
    expect(Object.keys(content.images)).toEqual(expect.arrayContaining(Object.values(target.images)));
  });

  it("encrypts the volume types that the target says are encrypted, and no others", () => {
    const encrypted = Object.keys(content.volumeTypes).filter((name) => content.volumeTypes[name]?.encrypted);
    expect(encrypted).toEqual(target.volumes.encrypted);
  });

  it("has what the facts list, under the same ids where a cloud lets its admin choose them", () => {
    expect(content.flavours).toEqual(facts.flavours);
    expect(content.images).toEqual(facts.images);
    expect(content.zones).toEqual(facts.zones);
    expect([content.externalNetwork.name]).toEqual(Object.keys(facts.externalNetworks));
    expect(Object.keys(content.volumeTypes).sort()).toEqual(Object.keys(facts.volumeTypes).sort());
  });
});
