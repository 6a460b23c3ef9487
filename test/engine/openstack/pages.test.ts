import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { OpenStack } from "../../../engine/openstack/client";
import type { Service } from "../../../engine/openstack/services";
import { Door } from "./door";

let door: Door;
beforeEach(async () => {
  door = new Door();
  await door.open();
});
afterEach(() => door.close());

const thing = z.object({ name: z.string() });
const [FIRST, SECOND] = [[{ name: "a" }, { name: "b" }], [{ name: "c" }]];

/** How each service says that there is more. */
const WAYS: [Service, string, string, (next: string) => object][] = [
  [
    "compute",
    "/compute/v2.1/servers",
    "servers",
    (href) => ({ servers: FIRST, servers_links: [{ rel: "next", href }] }),
  ],
  ["identity", "/identity/v3/users", "users", (next) => ({ users: FIRST, links: { next, previous: null } })],
  ["image", "/image/v2/images", "images", (next) => ({ images: FIRST, next })],
];

describe("a list in pages", () => {
  it.each(WAYS)("of %s is read to its end", async (service, path, key, first) => {
    door.on(`GET ${path}`, ({ path: asked }) =>
      asked.includes("marker=b") ? { body: { [key]: SECOND } } : { body: first(`${path}?marker=b`) },
    );
    const cloud = await OpenStack.enter(door.cloud());
    const items = await cloud.list(service, `/${key}`, key, thing, { query: { project_id: "p1" } });
    expect(items.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(door.askedOf(`GET ${path}`)[1]?.path).toBe(`${path}?project_id=p1&marker=b`);
  });

  it("of documents goes on after the last name", async () => {
    door.on("GET /object-store/v1/AUTH_p1", ({ path }) => {
      if (path.includes("marker=c")) return { body: [] };
      return { body: path.includes("marker=b") ? SECOND : FIRST };
    });
    const cloud = await OpenStack.enter(door.cloud());
    const items = await cloud.list("objects", "/AUTH_p1", "", thing, { query: { format: "json" } });
    expect(items.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(door.askedOf("GET /object-store/v1/AUTH_p1")[1]?.path).toContain("?format=json&marker=b");
  });

  it("never takes the token to another address", async () => {
    const other = new Door();
    await other.open();
    door.on("GET /image/v2/images", (_, times) =>
      times === 1
        ? { body: { images: FIRST, next: `${other.origin}/image/v2/images?marker=b` } }
        : { body: { images: SECOND } },
    );
    const cloud = await OpenStack.enter(door.cloud());
    expect(await cloud.list("image", "/images", "images", thing)).toHaveLength(3);
    expect(other.asked).toEqual([]);
    other.close();
  });

  it("that turns in circles is refused", async () => {
    door.on("GET /image/v2/images", () => ({ body: { images: FIRST, next: "/image/v2/images?marker=b" } }));
    const cloud = await OpenStack.enter(door.cloud());
    await expect(cloud.list("image", "/images", "images", thing)).rejects.toThrow("the same page twice");
  });
});
