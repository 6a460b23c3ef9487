import { z } from "zod";
import { about } from "../about";
import { identifier, range } from "../values";

/** `syndicate.yaml`: what holds for every town. */
export const syndicateSchema = z
  .strictObject({
    name: z.string().min(1).meta(about("Full name of the syndicate.", "Nom complet du syndicat.")),
    target: identifier.meta(
      about(
        "Target that hosts the towns which name none: a file of `targets/`.",
        "Cible qui héberge les communes qui n'en nomment pas : un fichier de `targets/`.",
      ),
    ),
    addresses: z
      .strictObject({
        pool: range.meta(
          about(
            "Private range from which every town gets its block, once and for all.",
            "Plage privée d'où chaque commune reçoit son bloc, une fois pour toutes.",
          ),
        ),
      })
      .meta(about("Address plan.", "Plan d'adressage.")),
    administration: z
      .array(range)
      .default([])
      .meta(
        about(
          "Ranges from which the syndicate's team administers the hosts (SSH). None: no administration port is open.",
          "Plages d'où l'équipe du syndicat administre les machines (SSH). Aucune : aucun port d'administration n'est ouvert.",
        ),
      ),
    contacts: z
      .strictObject({
        operations: z.email().meta(about("The team on duty.", "L'équipe d'astreinte.")),
        rssi: z.email().meta(about("The RSSI (security officer).", "Le RSSI.")),
        dpo: z.email().meta(about("The DPO (data protection officer).", "Le DPO.")),
      })
      .meta(about("Who answers.", "Qui répond.")),
  })
  .meta({ title: "syndicate.yaml", ...about("What holds for every town.", "Ce qui vaut pour toutes les communes.") });

export type Syndicate = z.output<typeof syndicateSchema>;
