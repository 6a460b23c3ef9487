import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { parse, parseDocument } from "yaml";
import { z } from "zod";
import type { OpenStack } from "../../engine/openstack/client";
import type { Service } from "../../engine/openstack/services";
import type { Facts } from "../../schema/files/facts";
import type { Target } from "../../schema/files/target";
import { loadConfig } from "../../schema/load";
import { exampleConfig, KIT } from "../config-folder";
import { beffroi, enter, variablesOf, type Who } from "./devcloud";

jest.setTimeout(120_000);

/** What the example says of its target, which the devcloud is made after. */
const read = (file: string) => parse(readFileSync(join(KIT, "config", file), "utf8"));
const COMMITTED = read("facts/dc-aunis.yaml") as Facts;
const TARGET = read("targets/dc-aunis.yaml") as Target;
const [IMAGE = ""] = Object.values(TARGET.images);

let admin: OpenStack;
beforeAll(async () => {
  admin = await enter("devcloud-admin");
});

let folder: string;
const factsFile = () => join(folder, "facts/dc-aunis.yaml");
const facts = () => parse(readFileSync(factsFile(), "utf8")) as Facts;
const withoutDate = () => readFileSync(factsFile(), "utf8").replace(/^discovered: .*$/m, "");
const discover = (args: string[] = [], who: Who = "devcloud", env: NodeJS.ProcessEnv = {}) =>
  beffroi(["discover", "dc-aunis", "--config", folder, ...args], { ...variablesOf(who), ...env });

/** Sets values of the target's file. */
function setTarget(...changes: [path: string[], value: unknown][]): void {
  const file = join(folder, "targets/dc-aunis.yaml");
  const document = parseDocument(readFileSync(file, "utf8"));
  for (const [path, value] of changes) document.setIn(path, document.createNode(value));
  writeFileSync(file, document.toString());
}

/** The example config, its target being the devcloud, and never discovered. */
beforeEach(() => {
  folder = exampleConfig({ "facts/dc-aunis.yaml": null });
  setTarget([["authUrl"], admin.cloud.authUrl]);
});

const made: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const undo of made.splice(0)) await undo();
});

/** Makes something in the cloud that goes when the test ends; gives its id. */
async function make(service: Service, path: string, body: object): Promise<{ id: string; remove(): Promise<unknown> }> {
  const { text } = await admin.send(service, path, { method: "POST", body });
  const found = z.object({ id: z.string() });
  const parsed = JSON.parse(text) as Record<string, unknown>;
  const { id } = found.parse("id" in parsed ? parsed : Object.values(parsed)[0]);
  let there = true;
  const remove = async () => {
    if (there) await admin.send(service, `${path}/${id}`, { method: "DELETE" });
    there = false;
  };
  made.push(remove);
  return { id, remove };
}

async function makeImage(name: string) {
  const image = await make("image", "/images", {
    name,
    disk_format: "raw",
    container_format: "bare",
    visibility: "public",
  });
  const headers = { "Content-Type": "application/octet-stream" };
  await admin.send("image", `/images/${image.id}/file`, { method: "PUT", headers, body: "nothing that boots" });
  return image;
}

describe("the facts of a real cloud", () => {
  it("make the config whole: what the target names is found, with its ids and sizes", async () => {
    const { code, out, err } = await discover();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Written: facts/dc-aunis.yaml");
    const found = loadConfig(folder).facts.get("dc-aunis")?.value as Facts;
    expect(found.flavours).toEqual(COMMITTED.flavours);
    expect(found.images).toEqual(COMMITTED.images);
    expect(found.zones).toEqual(COMMITTED.zones);
    expect(Object.keys(found.externalNetworks)).toEqual([TARGET.externalNetwork]);
    expect(Object.keys(found.volumeTypes)).toEqual(expect.arrayContaining(["luks", "standard"]));
    expect(found.extensions).toEqual(expect.arrayContaining(["address-group", "router", "security-group"]));
    expect(found.limits).toMatchObject({ project: "hosting", compute: { cores: 2000 }, network: { routers: 200 } });
  });

  it("are the same bytes on every run, but for their date", async () => {
    await discover();
    const first = withoutDate();
    await discover();
    expect(withoutDate()).toBe(first);
  });

  it("tell an administrator also the roles and which volume types are encrypted", async () => {
    expect((await discover([], "devcloud-admin")).code).toBe(0);
    const { roles, encryptedVolumeTypes } = facts();
    expect(Object.keys(roles ?? {})).toEqual(expect.arrayContaining(["admin", "member", "reader"]));
    expect(encryptedVolumeTypes).toEqual(["luks"]);
  });

  it("keep what only an administrator may know when somebody else reads them again", async () => {
    await discover([], "devcloud-admin");
    const before = facts();
    const { out } = await discover();
    expect(out).toContain("encryptedVolumeTypes: the cloud does not tell it to these credentials");
    expect(facts().encryptedVolumeTypes).toEqual(before.encryptedVolumeTypes);
  });
});

describe("--check", () => {
  it("is content with fresh facts, and writes nothing", async () => {
    await discover();
    const before = readFileSync(factsFile(), "utf8");
    const { code, out, err } = await discover(["--check"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("facts/dc-aunis.yaml is what the cloud shows.");
    expect(readFileSync(factsFile(), "utf8")).toBe(before);
  });

  it("lists what the cloud has got since, and exits 1", async () => {
    await discover();
    const before = readFileSync(factsFile(), "utf8");
    const { id } = await make("compute", "/flavors", {
      flavor: { name: "e2e-new", vcpus: 3, ram: 512, disk: 0, id: "e2e-new" },
    });
    const { code, out } = await discover(["--check"]);
    expect(code).toBe(1);
    expect(out.split("\n").slice(0, 2)).toEqual([
      "facts/dc-aunis.yaml is not what the cloud shows:",
      `  + flavours › e2e-new: {"id":"${id}","vcpus":3,"ramMiB":512,"diskGiB":0}`,
    ]);
    expect(readFileSync(factsFile(), "utf8")).toBe(before);
  });

  it("tells machines the same in JSON", async () => {
    await discover();
    const document = parseDocument(readFileSync(factsFile(), "utf8"));
    document.setIn(["volumeTypes", "luks"], "another");
    writeFileSync(factsFile(), document.toString());
    const { code, out } = await discover(["--check", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      format: "beffroi/discover/1",
      target: "dc-aunis",
      written: false,
      differences: [{ path: ["volumeTypes", "luks"], committed: "another" }],
    });
  });
});

describe("an image of the facts", () => {
  it("stays when a newer one of its name appears, until images are renewed", async () => {
    await discover();
    const first = facts().images[IMAGE];
    const newer = await makeImage(IMAGE);

    const { code, out } = await discover();
    expect(code).toBe(0);
    expect(out).toContain(`${IMAGE}: a newer image is there (${newer.id},`);
    expect(facts().images[IMAGE]).toBe(first);
    expect((await discover(["--check"])).code).toBe(0);

    expect((await discover(["--renew-images"])).code).toBe(0);
    expect(facts().images[IMAGE]).toBe(newer.id);
  });

  it("that is gone is told, with what to do, and nothing is written", async () => {
    const newer = await makeImage(IMAGE);
    await discover();
    expect(facts().images[IMAGE]).toBe(newer.id);
    await newer.remove();
    const before = readFileSync(factsFile(), "utf8");
    const { code, err } = await discover();
    expect(code).toBe(2);
    expect(err).toContain("pinned-image-gone");
    expect(err).toContain("./beffroi discover dc-aunis --renew-images");
    expect(readFileSync(factsFile(), "utf8")).toBe(before);
  });
});

describe("nothing is written", () => {
  it("when the target names what its cloud does not have: all of it is told, with suggestions", async () => {
    setTarget(
      [["externalNetwork"], `${TARGET.externalNetwork}z`],
      [["flavours", "small"], `${TARGET.flavours.small}z`],
      [["images", "debian"], "no-such-image"],
      [["volumes"], { type: "lukz", encrypted: ["luks"] }],
    );
    const { code, err } = await discover();
    expect(code).toBe(2);
    expect(err.match(/cloud-lacks-name/g)).toHaveLength(4);
    for (const name of [TARGET.externalNetwork, TARGET.flavours.small, "luks"])
      expect(err).toContain(`Did you mean "${name}"?`);
    expect(err).toContain("no-such-image");
    expect(() => facts()).toThrow("ENOENT");
  });

  it("when a type that the target calls encrypted is not", async () => {
    setTarget([
      ["volumes", "encrypted"],
      ["luks", "standard"],
    ]);
    const { code, err } = await discover([], "devcloud-admin");
    expect(code).toBe(2);
    expect(err).toContain('volumes of the type "standard" are not encrypted');
    expect(() => facts()).toThrow("ENOENT");
  });

  it("when the region is not one of the cloud's", async () => {
    setTarget([["region"], "RegionTwo"]);
    const { OS_CLIENT_CONFIG_FILE = "" } = variablesOf("devcloud");
    const clouds = parse(readFileSync(OS_CLIENT_CONFIG_FILE, "utf8"));
    clouds.clouds.devcloud.region_name = "RegionTwo";
    const file = join(folder, "clouds.yaml");
    writeFileSync(file, JSON.stringify(clouds), { mode: 0o600 });
    const { code, err } = await discover([], "devcloud", { OS_CLIENT_CONFIG_FILE: file });
    expect(code).toBe(2);
    expect(err).toContain("cloud-region-unknown");
    expect(err).toContain(admin.region.name);
  });

  it("when the password is wrong, which nothing shows", async () => {
    const { authUrl } = admin.cloud;
    const { code, out, err } = await discover([], "devcloud", {
      OS_CLOUD: "",
      OS_AUTH_URL: authUrl,
      OS_USERNAME: "hosting",
      OS_PASSWORD: "n0t-the-passw0rd",
      OS_USER_DOMAIN_NAME: "towns",
      OS_PROJECT_NAME: "hosting",
    });
    expect(code).toBe(2);
    expect(err).toContain("cloud-credentials-refused");
    expect(out + err).not.toContain("n0t-the-passw0rd");
  });

  it("when the credentials open a domain and no project", async () => {
    const { code, err } = await discover([], "devcloud-tenants");
    expect(code).toBe(2);
    expect(err).toContain("cloud-project-missing");
  });
});
