import { z } from "zod";
import { about } from "../about";
import { FLAVOUR_KINDS, isoDate, text } from "../values";
import { prices } from "./prices";

export type { Prices } from "./prices";

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta(about("ISO 3166 country code.", "Code pays ISO 3166.", { kind: "country", examples: ["FR"] }));

const flavour = text.meta(about("Name of a flavour.", "Nom d'un gabarit.", { examples: ["c2-r4"] }));
const volumeType = text.meta(about("Name of a volume type.", "Nom d'un type de volume.", { examples: ["luks"] }));

const QUALIFICATION = {
  scheme: "HDS",
  offer: "Hébergement des communes, salle de La Rochelle",
  from: "2025-03-01",
  checkedOn: "2026-09-15",
};

const qualification = z
  .strictObject({
    scheme: text.meta(
      about("SecNumCloud, HDS, ISO 27001 ...", "SecNumCloud, HDS, ISO 27001 ...", { examples: ["HDS"] }),
    ),
    offer: text.meta(
      about("The qualified offer: an offer, never a company.", "L'offre qualifiée : une offre, jamais une société.", {
        examples: ["Hébergement des communes, salle de La Rochelle"],
      }),
    ),
    from: isoDate.meta(about("First day.", "Premier jour.", { examples: ["2025-03-01"] })),
    to: isoDate.optional().meta(
      about("Last day. Absent: none is known.", "Dernier jour. Absent : aucun n'est connu.", {
        examples: ["2028-02-29"],
      }),
    ),
    checkedOn: isoDate.meta(
      about("Day on which somebody checked it.", "Jour où quelqu'un l'a vérifiée.", { examples: ["2026-09-15"] }),
    ),
  })
  .meta(about("One qualification.", "Une qualification."));

/** `targets/<target>.yaml`: one OpenStack region of a provider or of a local data centre. */
export const targetSchema = z
  .strictObject({
    title: text.meta(
      about("Name shown to people.", "Nom montré aux personnes.", { examples: ["Centre de données d'Aunis"] }),
    ),
    operator: z
      .strictObject({
        name: text.meta(about("Name of the entity.", "Nom de l'entité.", { examples: ["Syndicat mixte d'Aunis"] })),
        country,
      })
      .meta(
        about("Legal entity that runs it, and its country.", "Entité juridique qui l'exploite, et son pays.", {
          examples: [{ name: "Syndicat mixte d'Aunis", country: "FR" }],
        }),
      ),
    location: z
      .strictObject({
        country,
        place: text.meta(about("Town or site.", "Ville ou site.", { examples: ["La Rochelle"] })),
      })
      .meta(
        about("Where the machines stand.", "Où se trouvent les machines.", {
          examples: [{ country: "FR", place: "La Rochelle" }],
        }),
      ),
    authUrl: z.url({ protocol: /^https?$/ }).meta(
      about("Keystone's address.", "Adresse de Keystone.", {
        kind: "url",
        examples: ["https://keystone.dc-aunis.example:5000/v3"],
      }),
    ),
    region: text.meta(about("OpenStack region.", "Région OpenStack.", { examples: ["RegionOne"] })),
    externalNetwork: text.meta(
      about(
        "Network through which routers reach the Internet.",
        "Réseau par lequel les routeurs atteignent Internet.",
        { examples: ["public"] },
      ),
    ),
    resolvers: z
      .array(
        z
          .union([z.ipv4(), z.ipv6()])
          .meta(about("IP address.", "Adresse IP.", { kind: "address", examples: ["192.0.2.53"] })),
      )
      .min(1)
      .meta(
        about("DNS servers given to the hosts.", "Serveurs DNS donnés aux machines.", {
          examples: [["192.0.2.53", "2001:db8::53"]],
        }),
      ),
    flavours: z
      .strictObject(
        Object.fromEntries(FLAVOUR_KINDS.map((kind) => [kind, flavour])) as Record<
          (typeof FLAVOUR_KINDS)[number],
          typeof flavour
        >,
      )
      .meta(
        about("Which flavour each kind of host is.", "Quel gabarit est chaque type de machine.", {
          examples: [{ small: "c1-r2", medium: "c2-r4", large: "c4-r8", xlarge: "c8-r16" }],
        }),
      ),
    images: z
      .record(
        text.meta(about("Name that services use.", "Nom que les services emploient.", { examples: ["debian"] })),
        text.meta(about("Name of an image.", "Nom d'une image.", { examples: ["debian-13"] })),
      )
      .meta(
        about("Image of each name that services use.", "Image de chaque nom que les services emploient.", {
          examples: [{ debian: "debian-13" }],
        }),
      ),
    volumes: z
      .strictObject({
        type: volumeType.meta(
          about("Volume type of data volumes.", "Type de volume des données.", { examples: ["luks"] }),
        ),
        encrypted: z
          .array(volumeType)
          .min(1)
          .meta(
            about("Volume types that are encrypted.", "Types de volume qui sont chiffrés.", { examples: [["luks"]] }),
          ),
      })
      .meta(about("Block storage.", "Stockage en blocs.", { examples: [{ type: "luks", encrypted: ["luks"] }] })),
    qualifications: z
      .array(qualification)
      .default([])
      .meta(
        about("Qualifications of this offer in this region.", "Qualifications de cette offre dans cette région.", {
          examples: [[QUALIFICATION]],
        }),
      ),
    prices: prices.meta(
      about("Dated price list, in EUR before tax.", "Liste de prix datée, en EUR hors taxes.", {
        examples: [{ asOf: "2026-01-31", source: "Délibération du 12 mars 2026", flavours: { "c2-r4": 14 } }],
      }),
    ),
  })
  .meta({ title: "targets/*.yaml", ...about("One OpenStack region.", "Une région OpenStack.") });

export type Target = z.output<typeof targetSchema>;
