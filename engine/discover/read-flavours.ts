import { z } from "zod";
import type { OpenStack } from "../openstack/client";
import type { Found } from "./found";

const flavour = z.object({
  id: z.string(),
  name: z.string(),
  vcpus: z.int(),
  ram: z.int(),
  disk: z.int(),
  extra_specs: z.record(z.string(), z.string()).optional(),
});

/** Since this version of Nova's API the list also tells what the cloud adds to a flavour. */
const WITH_EXTRA = "compute 2.61";

/** Flavours that the project may use. Their names are unique: Nova sees to it. */
export async function readFlavours(cloud: OpenStack): Promise<Found["flavours"]> {
  const flavours = await cloud.list("compute", "/flavors/detail", "flavors", flavour, { microversion: WITH_EXTRA });
  return Object.fromEntries(
    flavours.map(({ id, name, vcpus, ram, disk, extra_specs: extra = {} }) => [
      name,
      { id, vcpus, ramMiB: ram, diskGiB: disk, ...(Object.keys(extra).length > 0 && { extra }) },
    ]),
  );
}
