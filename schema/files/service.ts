import { z } from "zod";
import { about } from "../about";
import { FLAVOUR_KINDS, gibibytes, PLACES, port, protocol, range, SENSITIVITIES, text, zone } from "../values";

/** Where a flow comes from or goes to: a zone, the town hall, the Internet, or a range. */
export const peer = z
  .union([z.enum(PLACES), zone, range])
  .meta(
    about(
      "`internet`, `town-hall` (the ranges of the town's offices), a zone, or a range of addresses.",
      "`internet`, `town-hall` (les plages de la mairie), une zone, ou une plage d'adresses.",
      { kind: "peer", examples: ["internet", "town-hall", "apps", "192.0.2.0/24"] },
    ),
  );
export type Peer = z.output<typeof peer>;

const peers = (en: string, fr: string) =>
  z
    .array(peer)
    .min(1)
    .meta(about(en, fr, { examples: [["town-hall"]] }));

const flow = { port, protocol: protocol.default("tcp") };

/** What one host of a service needs; a larger class inherits, key by key, from the one below it. */
export const needs = z
  .strictObject({
    hosts: z
      .int()
      .min(1)
      .max(8)
      .meta(about("How many identical hosts.", "Nombre de machines identiques.", { examples: [1] })),
    flavour: z
      .enum(FLAVOUR_KINDS)
      .meta(
        about(
          "Kind of host; the target says which of its flavours that is.",
          "Type de machine ; la cible dit lequel de ses gabarits c'est.",
          { examples: ["small"] },
        ),
      ),
    dataGiB: gibibytes
      .optional()
      .meta(
        about(
          "Encrypted data volume of each host, in GiB. Absent: none.",
          "Volume de données chiffré de chaque machine, en Gio. Absent : aucun.",
          { examples: [20] },
        ),
      ),
    documentsGiB: gibibytes
      .optional()
      .meta(
        about(
          "Quota of the document container, in GiB. Absent: no container.",
          "Quota du conteneur de documents, en Gio. Absent : aucun conteneur.",
          { examples: [100] },
        ),
      ),
  })
  .meta(about("Needs of a service.", "Besoins d'un service.", { examples: [{ hosts: 1, flavour: "small" }] }));

const inherited = needs
  .partial()
  .optional()
  .meta(
    about(
      "What changes from this size on; the rest is that of the size below.",
      "Ce qui change à partir de cette taille ; le reste est celui de la taille d'en dessous.",
      { examples: [{ flavour: "medium" }] },
    ),
  );

/** `services/<service>.yaml`: a municipal application of the catalogue. */
export const serviceSchema = z
  .strictObject({
    title: text.meta(about("Name shown to people.", "Nom montré aux personnes.", { examples: ["État civil"] })),
    sensitivity: z.enum(SENSITIVITIES).meta(
      about("How grave a leak of its data would be.", "Gravité d'une fuite de ses données.", {
        examples: ["personal"],
      }),
    ),
    zone: zone.meta(about("Zone where its hosts stand.", "Zone où se tiennent ses machines.", { examples: ["apps"] })),
    image: text.meta(
      about(
        "Image of its hosts: a key of the target's `images`.",
        "Image de ses machines : une clé de `images` de la cible.",
        { examples: ["debian"] },
      ),
    ),
    packages: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9][a-z0-9+.-]+$/)
          .meta(
            about("Name of a Debian package.", "Nom d'un paquet Debian.", { kind: "package", examples: ["nginx"] }),
          ),
      )
      .default([])
      .meta(
        about("Debian packages installed at first start.", "Paquets Debian installés au premier démarrage.", {
          examples: [["nginx", "postgresql"]],
        }),
      ),
    listens: z
      .array(
        z
          .strictObject({ ...flow, from: peers("Who may enter.", "Qui peut entrer.") })
          .meta(about("One flow that it accepts.", "Un flux qu'il accepte.")),
      )
      .default([])
      .meta(
        about("Flows that it accepts; everything else is closed.", "Flux qu'il accepte ; tout le reste est fermé.", {
          examples: [[{ port: 443, from: ["internet"] }]],
        }),
      ),
    reaches: z
      .array(
        z
          .strictObject({ ...flow, to: peers("Where it goes.", "Où il va.") })
          .meta(about("One flow that it may open.", "Un flux qu'il peut ouvrir.")),
      )
      .default([])
      .meta(
        about(
          "Flows that it may open; everything else is closed.",
          "Flux qu'il peut ouvrir ; tout le reste est fermé.",
          { examples: [[{ port: 587, to: ["internet"] }]] },
        ),
      ),
    sizing: z
      .strictObject({
        XS: needs,
        S: inherited,
        M: inherited,
        L: inherited,
        XL: inherited,
        XXL: inherited,
      })
      .meta(
        about(
          "What it needs by size of town; a class inherits, key by key, from the one below it.",
          "Ce dont il a besoin par taille de commune ; une classe hérite, clé par clé, de celle d'en dessous.",
          { examples: [{ XS: { hosts: 1, flavour: "small" }, M: { flavour: "medium" } }] },
        ),
      ),
  })
  .meta({ title: "services/*.yaml", ...about("A municipal application.", "Une application municipale.") });

export type Service = z.output<typeof serviceSchema>;
export type Needs = z.output<typeof needs>;
