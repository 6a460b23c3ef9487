import { z } from "zod";
import { about } from "../about";

const id = z.string().min(1);
const named = z.string().min(1);

/** `facts/<target>.yaml`: what was discovered on a target, so that planning needs no cloud. */
export const factsSchema = z
  .strictObject({
    discovered: z.iso.datetime().meta(about("When the target was read.", "Quand la cible a été lue.")),
    externalNetworks: z
      .record(named, id)
      .meta(about("Id of each external network.", "Identifiant de chaque réseau externe.")),
    images: z.record(named, id).meta(about("Id of each image.", "Identifiant de chaque image.")),
    flavours: z
      .record(
        named,
        z.strictObject({
          id,
          vcpus: z.int().min(1),
          ramMiB: z.int().min(1),
          diskGiB: z
            .int()
            .min(0)
            .meta(about("0: hosts start from a volume.", "0 : les machines démarrent d'un volume.")),
        }),
      )
      .meta(about("Flavours.", "Gabarits.")),
    volumeTypes: z.record(named, id).meta(about("Id of each volume type.", "Identifiant de chaque type de volume.")),
    zones: z
      .strictObject({ compute: z.array(named).min(1), volume: z.array(named).min(1) })
      .meta(about("Availability zones.", "Zones de disponibilité.")),
  })
  .meta({
    title: "facts/*.yaml",
    ...about("What was discovered on a target.", "Ce qui a été découvert sur une cible."),
  });

export type Facts = z.output<typeof factsSchema>;
