import { z } from "zod";
import { unless } from "../openstack/answer-error";
import type { OpenStack } from "../openstack/client";
import type { FoundImage } from "./found";

const image = z.object({
  id: z.string(),
  name: z.string().nullish(),
  status: z.string(),
  created_at: z.string(),
});

/** What the lists hold at most of one page. */
const PAGE = 500;

/**
 * Images that hosts can start from: those that the lists show, and those among `pinned` that are still there though
 * hidden or under another name.
 */
export async function readImages(cloud: OpenStack, pinned: readonly string[]): Promise<FoundImage[]> {
  const query = { status: "active", limit: PAGE };
  const listed = await cloud.list("image", "/images", "images", image, { query });
  const unlisted = pinned.filter((id) => !listed.some((one) => one.id === id));
  const found = await Promise.all(
    unlisted.map((id) => unless([400, 404], cloud.get("image", `/images/${encodeURIComponent(id)}`, image))),
  );
  return [...listed, ...found].flatMap((one) =>
    one?.status === "active" ? [{ id: one.id, name: one.name ?? "", made: one.created_at }] : [],
  );
}
