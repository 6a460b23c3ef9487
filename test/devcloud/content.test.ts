import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { factsSchema } from "../../schema/files/facts";
import { targetSchema } from "../../schema/files/target";

const ROOT = join(__dirname, "..", "..");
const read = (file: string) => parse(readFileSync(join(ROOT, file), "utf8"));

interface Content {
  readonly region: string;
  readonly zones: { readonly compute: string[]; readonly volume: string[] };
  readonly externalNetwork: { readonly name: string };
  readonly flavours: Record<string, { readonly vcpus: number; readonly ramMiB: number; readonly diskGiB: number }>;
  readonly images: string[];
  readonly volumeTypes: Record<string, { readonly encrypted: boolean }>;
}

const content: Content = read("test/devcloud/content.yaml");
const target = targetSchema.parse(read("config/targets/dc-aunis.yaml"));
const facts = factsSchema.parse(read("config/facts/dc-aunis.yaml"));

describe("the devcloud", () => {
  it("has the region, the external network and the images that the example target asks for", () => {
    expect(content.region).toBe(target.region);
    expect(content.externalNetwork.name).toBe(target.externalNetwork);
    expect(content.images).toEqual(expect.arrayContaining(Object.values(target.images)));
  });

  it("has its flavours, as large as the facts say", () => {
    for (const name of Object.values(target.flavours)) {
      const { id: _, ...size } = facts.flavours[name] ?? { id: "" };
      expect([name, content.flavours[name]]).toEqual([name, size]);
    }
  });

  it("encrypts the volume types that the target says are encrypted, and no others", () => {
    const encrypted = Object.keys(content.volumeTypes).filter((name) => content.volumeTypes[name]?.encrypted);
    expect(encrypted).toEqual(target.volumes.encrypted);
  });

  it("names exactly what the facts list", () => {
    expect([content.externalNetwork.name]).toEqual(Object.keys(facts.externalNetworks));
    expect([...content.images]).toEqual(Object.keys(facts.images));
    expect(Object.keys(content.flavours).sort()).toEqual(Object.keys(facts.flavours).sort());
    expect(Object.keys(content.volumeTypes).sort()).toEqual(Object.keys(facts.volumeTypes).sort());
    expect(content.zones).toEqual(facts.zones);
  });
});
