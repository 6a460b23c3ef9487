import { z } from "zod";
import { about } from "../about";
import { FLAVOUR_KINDS, gibibytes, port, protocol, range, SENSITIVITIES, zone } from "../values";

/** Where a flow comes from or goes to: a zone, the town hall, the Internet, or a range. */
export const peer = z
  .union([z.enum(["internet", "town-hall"]), zone, range])
  .meta(
    about(
      "`internet`, `town-hall` (the ranges of the town's offices), a zone, or a range of addresses.",
      "`internet`, `town-hall` (les plages de la mairie), une zone, ou une plage d'adresses.",
    ),
  );
export type Peer = z.output<typeof peer>;

const flow = { port, protocol: protocol.default("tcp") };

/** What one host of a service needs; a larger class inherits, key by key, from the one below it. */
export const needs = z.strictObject({
  hosts: z.int().min(1).max(8).meta(about("How many identical hosts.", "Nombre de machines identiques.")),
  flavour: z
    .enum(FLAVOUR_KINDS)
    .meta(
      about(
        "Kind of host; the target says which of its flavours that is.",
        "Type de machine ; la cible dit lequel de ses gabarits c'est.",
      ),
    ),
  dataGiB: gibibytes
    .optional()
    .meta(
      about(
        "Encrypted data volume of each host, in GiB. Absent: none.",
        "Volume de données chiffré de chaque machine, en Gio. Absent : aucun.",
      ),
    ),
  documentsGiB: gibibytes
    .optional()
    .meta(
      about(
        "Quota of the document container, in GiB. Absent: no container.",
        "Quota du conteneur de documents, en Gio. Absent : aucun conteneur.",
      ),
    ),
});

/** `services/<service>.yaml`: a municipal application of the catalogue. */
export const serviceSchema = z
  .strictObject({
    title: z.string().min(1).meta(about("Name shown to people.", "Nom montré aux personnes.")),
    sensitivity: z
      .enum(SENSITIVITIES)
      .meta(about("How grave a leak of its data would be.", "Gravité d'une fuite de ses données.")),
    zone: zone.meta(about("Zone where its hosts stand.", "Zone où se tiennent ses machines.")),
    image: z
      .string()
      .min(1)
      .meta(
        about(
          "Image of its hosts: a key of the target's `images`.",
          "Image de ses machines : une clé de `images` de la cible.",
        ),
      ),
    packages: z
      .array(z.string().regex(/^[a-z0-9][a-z0-9+.-]+$/))
      .default([])
      .meta(about("Debian packages installed at first start.", "Paquets Debian installés au premier démarrage.")),
    listens: z
      .array(z.strictObject({ ...flow, from: z.array(peer).min(1) }))
      .default([])
      .meta(
        about("Flows that it accepts; everything else is closed.", "Flux qu'il accepte ; tout le reste est fermé."),
      ),
    reaches: z
      .array(z.strictObject({ ...flow, to: z.array(peer).min(1) }))
      .default([])
      .meta(
        about(
          "Flows that it may open; everything else is closed.",
          "Flux qu'il peut ouvrir ; tout le reste est fermé.",
        ),
      ),
    sizing: z
      .strictObject({
        XS: needs,
        S: needs.partial().optional(),
        M: needs.partial().optional(),
        L: needs.partial().optional(),
        XL: needs.partial().optional(),
        XXL: needs.partial().optional(),
      })
      .meta(
        about(
          "What it needs by size of town; a class inherits, key by key, from the one below it.",
          "Ce dont il a besoin par taille de commune ; une classe hérite, clé par clé, de celle d'en dessous.",
        ),
      ),
  })
  .meta({ title: "services/*.yaml", ...about("A municipal application.", "Une application municipale.") });

export type Service = z.output<typeof serviceSchema>;
export type Needs = z.output<typeof needs>;
