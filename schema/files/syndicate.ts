import { z } from "zod";
import { about } from "../about";
import { identifier, range, sshKey, text } from "../values";
import { state } from "./state";

const contact = (en: string, fr: string, example: string) =>
  z.email().meta(about(en, fr, { kind: "email", examples: [example] }));

/** `syndicate.yaml`: what holds for every town. */
export const syndicateSchema = z
  .strictObject({
    name: text.meta(
      about("Full name of the syndicate.", "Nom complet du syndicat.", {
        examples: ["Syndicat mixte numérique d'Aunis"],
      }),
    ),
    target: identifier.meta(
      about(
        "Target that hosts the towns which name none: a file of `targets/`.",
        "Cible qui héberge les communes qui n'en nomment pas : un fichier de `targets/`.",
        { examples: ["dc-aunis"] },
      ),
    ),
    addresses: z
      .strictObject({
        pool: range.meta(
          about(
            "Private range from which every town gets its block, once and for all.",
            "Plage privée d'où chaque commune reçoit son bloc, une fois pour toutes.",
            { examples: ["10.64.0.0/10"] },
          ),
        ),
      })
      .meta(about("Address plan.", "Plan d'adressage.", { examples: [{ pool: "10.64.0.0/10" }] })),
    administration: z
      .array(range)
      .default([])
      .meta(
        about(
          "Ranges from which the syndicate's team administers the hosts (SSH). None: no administration port is open.",
          "Plages d'où l'équipe du syndicat administre les machines (SSH). Aucune : aucun port d'administration n'est ouvert.",
          { examples: [["192.0.2.7/32"]] },
        ),
      ),
    administratorKeys: z
      .array(sshKey)
      .default([])
      .meta(
        about(
          "Public SSH keys of the people who administer the hosts; they are set when a host is made. None: nobody can log in.",
          "Clés SSH publiques des personnes qui administrent les machines ; elles sont posées à la création d'une machine. Aucune : personne ne peut s'y connecter.",
          {
            examples: [["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK8mN3b0q1Xk5n7y2w9v4t6r8p0o2i4u6y8t0r2e4w6q astreinte"]],
          },
        ),
      ),
    contacts: z
      .strictObject({
        operations: contact("The team on duty.", "L'équipe d'astreinte.", "astreinte@syndicat.example"),
        rssi: contact("The RSSI (security officer).", "Le RSSI.", "rssi@syndicat.example"),
        dpo: contact("The DPO (data protection officer).", "Le DPO.", "dpo@syndicat.example"),
      })
      .meta(
        about("Who answers.", "Qui répond.", {
          examples: [
            {
              operations: "astreinte@syndicat.example",
              rssi: "rssi@syndicat.example",
              dpo: "dpo@syndicat.example",
            },
          ],
        }),
      ),
    state: state
      .optional()
      .meta(
        about(
          "Where the states are kept, and their key. Absent: in the work folder, with a key of your own.",
          "Où sont gardés les états, et leur clé. Absent : dans le dossier de travail, avec une clé à vous.",
          { examples: [{ pg: { host: "etats.syndicat-aunis.example" }, key: { file: "/etc/beffroi/etats.cle" } }] },
        ),
      ),
  })
  .meta({ title: "syndicate.yaml", ...about("What holds for every town.", "Ce qui vaut pour toutes les communes.") });

export type Syndicate = z.output<typeof syndicateSchema>;
