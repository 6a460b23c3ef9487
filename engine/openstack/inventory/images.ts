import { z } from "zod";
import type { Collector } from "./collector";
import { flag, id, name, number, text } from "./shapes";

const image = z.object({
  id,
  name,
  status: z.string(),
  visibility: z.string(),
  size: number,
  os_hidden: flag,
  created_at: text,
});

/** Images that the project owns, hidden ones and those shown to everyone among them. */
const images: Collector<"image", z.output<typeof image>> = {
  kind: "image",
  service: "image",
  async collect({ cloud, projectId }) {
    const lists = await Promise.all(
      [false, true].map((hidden) =>
        cloud.list("image", "/images", "images", image, {
          query: { owner: projectId, visibility: "all", os_hidden: hidden },
        }),
      ),
    );
    return lists.flat();
  },
};

export const IMAGES = [images] as const;
