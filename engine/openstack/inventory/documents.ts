import { z } from "zod";
import { unless } from "../answer-error";
import type { Collector, Thing } from "./collector";

const listed = z.object({ name: z.string(), count: z.number(), bytes: z.number() });

export interface Container extends Thing {
  /** Documents in it. */
  readonly count: number;
  readonly bytes: number;

  /** Who may read and write, in Swift's words; empty: the project alone. */
  readonly read: string;
  readonly write: string;

  /** It keeps the earlier versions of its documents. */
  readonly versions: boolean;
}

const containers: Collector<"container", Container> = {
  kind: "container",
  service: "objects",
  ownOnly: true,
  async collect({ cloud }) {
    // an account that nobody has used yet does not exist
    const query = { format: "json", limit: 1000 };
    const found = (await unless([404], cloud.list("objects", "", "", listed, { query }))) ?? [];
    const whole = await Promise.all(
      found.map(async (container): Promise<Container | undefined> => {
        const head = cloud.send("objects", `/${encodeURIComponent(container.name)}`, { method: "HEAD" });
        const headers = (await unless([404], head))?.headers;
        if (!headers) return undefined;
        const [read, write, versions] = ["read", "write", "versions-enabled"].map((one) =>
          String(headers[`x-${one === "versions-enabled" ? one : `container-${one}`}`] ?? ""),
        ) as [string, string, string];
        return { ...container, id: container.name, read, write, versions: versions.toLowerCase() === "true" };
      }),
    );
    return whole.filter((container) => container !== undefined);
  },
};

export const DOCUMENTS = [containers] as const;
