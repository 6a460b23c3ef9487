import { z } from "zod";
import { about } from "../about";
import { text } from "../values";
import { limits } from "./limits";

const UUID = "3f0a5c1e-7c0d-4e58-9a55-2f3a6d0c9b11";

const id = text.meta(about("Id that OpenStack gave.", "Identifiant donné par OpenStack.", { examples: [UUID] }));
const name = text.meta(about("Name on the target.", "Nom sur la cible.", { examples: ["debian-13"] }));

const flavour = z
  .strictObject({
    id,
    vcpus: z
      .int()
      .min(1)
      .meta(about("Virtual processors.", "Processeurs virtuels.", { examples: [2] })),
    ramMiB: z
      .int()
      .min(1)
      .meta(about("Memory, in MiB.", "Mémoire, en Mio.", { examples: [4096] })),
    diskGiB: z
      .int()
      .min(0)
      .meta(
        about(
          "Local disk, in GiB; 0: hosts start from a volume.",
          "Disque local, en Gio ; 0 : les machines démarrent d'un volume.",
          { examples: [0] },
        ),
      ),
    extra: z
      .record(
        text,
        z.string().meta(about("Value of that property.", "Valeur de cette propriété.", { examples: ["large"] })),
      )
      .optional()
      .meta(
        about("What the cloud adds to it.", "Ce que le cloud y ajoute.", {
          examples: [{ "hw:mem_page_size": "large" }],
        }),
      ),
  })
  .meta(about("One flavour.", "Un gabarit.", { examples: [{ id: UUID, vcpus: 2, ramMiB: 4096, diskGiB: 0 }] }));

const availability = z
  .array(name)
  .min(1)
  .meta(about("Names of the zones.", "Noms des zones.", { examples: [["nova"]] }));

/** `facts/<target>.yaml`: what was discovered on a target, so that planning needs no cloud. */
export const factsSchema = z
  .strictObject({
    discovered: z.iso.datetime().meta(
      about("When the target was read.", "Quand la cible a été lue.", {
        kind: "instant",
        examples: ["2026-01-31T08:30:00Z"],
      }),
    ),
    externalNetworks: z.record(name, id).meta(
      about("Id of each external network.", "Identifiant de chaque réseau externe.", {
        examples: [{ public: UUID }],
      }),
    ),
    images: z
      .record(name, id)
      .meta(about("Id of each image.", "Identifiant de chaque image.", { examples: [{ "debian-13": UUID }] })),
    flavours: z.record(name, flavour).meta(
      about("Flavours.", "Gabarits.", {
        examples: [{ "c2-r4": { id: UUID, vcpus: 2, ramMiB: 4096, diskGiB: 0 } }],
      }),
    ),
    volumeTypes: z
      .record(name, id)
      .meta(about("Id of each volume type.", "Identifiant de chaque type de volume.", { examples: [{ luks: UUID }] })),
    zones: z
      .strictObject({ compute: availability, volume: availability })
      .meta(
        about(
          "Availability zones, of the hosts and of the volumes.",
          "Zones de disponibilité, des machines et des volumes.",
          { examples: [{ compute: ["nova"], volume: ["nova"] }] },
        ),
      ),
    encryptedVolumeTypes: z
      .array(name)
      .optional()
      .meta(
        about(
          "Volume types that the cloud says it encrypts. Absent: the credentials could not ask.",
          "Types de volume que le cloud dit chiffrer. Absent : les accès ne permettaient pas de le demander.",
          { examples: [["luks"]] },
        ),
      ),
    roles: z
      .record(name, id)
      .optional()
      .meta(about("Id of each role.", "Identifiant de chaque rôle.", { examples: [{ member: UUID }] })),
    extensions: z
      .array(name)
      .optional()
      .meta(
        about("Extensions of the network service (Neutron).", "Extensions du service des réseaux (Neutron).", {
          examples: [["address-group", "router"]],
        }),
      ),
    limits: limits.optional().meta(
      about("What a project may have at most.", "Ce qu'un projet peut avoir au plus.", {
        examples: [{ project: "hosting", compute: { instances: 100 } }],
      }),
    ),
  })
  .meta({
    title: "facts/*.yaml",
    ...about("What was discovered on a target.", "Ce qui a été découvert sur une cible."),
  });

export type Facts = z.output<typeof factsSchema>;
