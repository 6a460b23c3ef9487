import { z } from "zod";
import { type Listing, listing, type Thing } from "./collector";
import { id, name, number, text, texts } from "./shapes";

function designate<const Kind extends string, Shape extends z.ZodType<Thing>>(kind: Kind, key: string, shape: Shape) {
  const options: Listing<Kind, Shape>["options"] = ({ own, projectId }) =>
    own ? {} : { headers: { "X-Auth-Sudo-Project-ID": projectId } };
  return listing({ kind, service: "dns", path: `/${key}`, key, shape, options });
}

export const NAMES = [
  designate(
    "zone",
    "zones",
    z.object({ id, name, type: text, email: text, status: z.string(), ttl: number, created_at: text }),
  ),
  designate(
    "recordset",
    "recordsets",
    z.object({ id, name, zone_id: id, type: z.string(), records: texts, ttl: number, created_at: text }),
  ),
] as const;
