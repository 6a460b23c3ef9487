import { z } from "zod";
import { listing, ofProject } from "./collector";
import { flag, id, metadata, name, text } from "./shapes";

export const VOLUMES = [
  listing({
    kind: "volume",
    service: "volume",
    path: "/volumes/detail",
    key: "volumes",
    options: ofProject,
    shape: z.object({
      id,
      name,
      status: z.string(),
      size: z.number(),
      volume_type: text,
      encrypted: flag,
      attachments: z.array(z.object({ server_id: text, device: text })).default([]),
      // of a volume that a host may start from: the image that it was made of
      volume_image_metadata: z.object({ image_id: text }).nullish(),
      created_at: text,
      metadata,
    }),
  }),
  listing({
    kind: "snapshot",
    service: "volume",
    path: "/snapshots/detail",
    key: "snapshots",
    options: ofProject,
    shape: z.object({ id, name, status: z.string(), size: z.number(), volume_id: id, metadata, created_at: text }),
  }),
  listing({
    kind: "backup",
    service: "volume",
    path: "/backups/detail",
    key: "backups",
    options: ofProject,
    shape: z.object({ id, name, status: z.string(), size: z.number(), volume_id: id, created_at: text }),
  }),
] as const;
