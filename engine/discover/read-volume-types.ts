import { z } from "zod";
import { unless } from "../openstack/answer-error";
import type { OpenStack } from "../openstack/client";
import type { Found } from "./found";

const volumeType = z.object({ id: z.string(), name: z.string() });

/** Empty for a type that is not encrypted. */
const encryption = z.object({ provider: z.string().optional() });

/** Volume types, and which of them the cloud encrypts: most clouds tell that to administrators only. */
export async function readVolumeTypes(
  cloud: OpenStack,
): Promise<{ volumeTypes: Found["volumeTypes"]; encrypted?: string[] }> {
  const types = await cloud.list("volume", "/types", "volume_types", volumeType);
  const volumeTypes = Object.fromEntries(types.map(({ id, name }) => [name, id]));
  const told = await Promise.all(
    types.map(async ({ id, name }) => ({
      name,
      answer: await unless([403, 404], cloud.get("volume", `/types/${id}/encryption`, encryption)),
    })),
  );
  if (told.some(({ answer }) => answer === undefined)) return { volumeTypes };
  return { volumeTypes, encrypted: told.flatMap(({ name, answer }) => (answer?.provider ? [name] : [])).sort() };
}
