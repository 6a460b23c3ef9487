import { z } from "zod";
import { about } from "../about";
import { identifier, inseeCode, port, protocol, range, reason, sizeClass } from "../values";
import { needs, peer } from "./service";

/** `towns/<insee>[-name].yaml`: one commune. Only `insee` and `services` are needed. */
export const townSchema = z
  .strictObject({
    insee: inseeCode,
    services: z
      .array(identifier)
      .min(1)
      .meta(
        about(
          "Services hosted for the town: files of `services/`.",
          "Services hébergés pour la commune : fichiers de `services/`.",
        ),
      ),
    target: identifier
      .optional()
      .meta(
        about(
          "Target that hosts the town. Absent: the syndicate's.",
          "Cible qui héberge la commune. Absente : celle du syndicat.",
        ),
      ),
    size: z
      .strictObject({ class: sizeClass, reason })
      .optional()
      .meta(
        about(
          "Another size than the population's, with the reason.",
          "Une autre taille que celle de la population, avec la raison.",
        ),
      ),
    townHall: z
      .array(range)
      .default([])
      .meta(about("Public ranges of the town's own offices.", "Plages publiques des bureaux de la commune.")),
    settings: z
      .record(identifier, needs.partial())
      .default({})
      .meta(
        about(
          "Other needs than the catalogue's, service by service.",
          "D'autres besoins que ceux du catalogue, service par service.",
        ),
      ),
    openings: z
      .array(
        z.strictObject({
          service: identifier.meta(about("Service that is opened.", "Service qui est ouvert.")),
          port,
          protocol: protocol.default("tcp"),
          from: z.array(peer).min(1).meta(about("Who may enter.", "Qui peut entrer.")),
          reason,
        }),
      )
      .default([])
      .meta(
        about(
          "Flows opened beyond the catalogue; each is judged by the gates.",
          "Flux ouverts en plus du catalogue ; chacun est jugé par les contrôles.",
        ),
      ),
  })
  .meta({ title: "towns/*.yaml", ...about("One commune.", "Une commune.") });

export type Town = z.output<typeof townSchema>;
