import { z } from "zod";
import { about } from "../about";
import { identifier, inseeCode, port, protocol, range, reason, sizeClass } from "../values";
import { needs, peer } from "./service";

const service = identifier.meta(about("Name of a service.", "Nom d'un service.", { examples: ["site-web"] }));

const OPENING = {
  service: "ged",
  port: 443,
  from: ["192.0.2.0/24"],
  reason: "Télémaintenance de l'éditeur, marché 2026-07",
};

/** `towns/<insee>[-name].yaml`: one commune. Only `insee` and `services` are needed. */
export const townSchema = z
  .strictObject({
    insee: inseeCode,
    services: z
      .array(service)
      .min(1)
      .meta(
        about(
          "Services hosted for the town: files of `services/`.",
          "Services hébergés pour la commune : fichiers de `services/`.",
          { examples: [["site-web", "etat-civil"]] },
        ),
      ),
    target: identifier
      .optional()
      .meta(
        about(
          "Target that hosts the town. Absent: the syndicate's.",
          "Cible qui héberge la commune. Absente : celle du syndicat.",
          { examples: ["dc-aunis"] },
        ),
      ),
    size: z
      .strictObject({ class: sizeClass, reason })
      .optional()
      .meta(
        about(
          "Another size than the population's, with the reason.",
          "Une autre taille que celle de la population, avec la raison.",
          { examples: [{ class: "M", reason: "Population doublée de juin à septembre" }] },
        ),
      ),
    townHall: z
      .array(range)
      .default([])
      .meta(
        about("Public ranges of the town's own offices.", "Plages publiques des bureaux de la commune.", {
          examples: [["192.0.2.7/32"]],
        }),
      ),
    settings: z
      .record(
        service,
        needs
          .partial()
          .meta(
            about(
              "Needs of one service that are other than the catalogue's.",
              "Besoins d'un service qui diffèrent de ceux du catalogue.",
              { examples: [{ documentsGiB: 400 }] },
            ),
          ),
      )
      .default({})
      .meta(
        about(
          "Other needs than the catalogue's, service by service.",
          "D'autres besoins que ceux du catalogue, service par service.",
          { examples: [{ ged: { documentsGiB: 400 } }] },
        ),
      ),
    openings: z
      .array(
        z
          .strictObject({
            service: identifier.meta(
              about("Service that is opened.", "Service qui est ouvert.", { examples: ["site-web"] }),
            ),
            port,
            protocol: protocol.default("tcp"),
            from: z
              .array(peer)
              .min(1)
              .meta(about("Who may enter.", "Qui peut entrer.", { examples: [["town-hall", "192.0.2.0/24"]] })),
            reason,
          })
          .meta(about("One flow that is opened.", "Un flux ouvert.")),
      )
      .default([])
      .meta(
        about(
          "Flows opened beyond the catalogue; each is judged by the gates.",
          "Flux ouverts en plus du catalogue ; chacun est jugé par les contrôles.",
          { examples: [[OPENING]] },
        ),
      ),
  })
  .meta({ title: "towns/*.yaml", ...about("One commune.", "Une commune.") });

export type Town = z.output<typeof townSchema>;
