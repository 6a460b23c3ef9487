import { z } from "zod";
import { about } from "../about";
import { euros, FLAVOUR_KINDS, isoDate } from "../values";

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta(about("ISO 3166 country code.", "Code pays ISO 3166."));
const named = z.string().min(1);

/** Prices of a target. An item without a price makes an estimate incomplete; a free one is priced 0. */
export const prices = z.strictObject({
  asOf: isoDate.meta(about("Day on which the prices were read.", "Jour où les prix ont été relevés.")),
  source: named.meta(about("Where they were read.", "Où ils ont été relevés.")),
  flavours: z
    .record(named, euros)
    .default({})
    .meta(about("EUR a month and host, by flavour.", "EUR par mois et par machine, par gabarit.")),
  volumeGiB: z
    .record(named, euros)
    .default({})
    .meta(about("EUR a month and GiB, by volume type.", "EUR par mois et par Gio, par type de volume.")),
  containerGiB: euros
    .optional()
    .meta(about("EUR a month and GiB of documents.", "EUR par mois et par Gio de documents.")),
  router: euros.optional().meta(about("EUR a month and router.", "EUR par mois et par routeur.")),
  floatingIp: euros.optional().meta(about("EUR a month and public address.", "EUR par mois et par adresse publique.")),
});
export type Prices = z.output<typeof prices>;

/** `targets/<target>.yaml`: one OpenStack region of a provider or of a local data centre. */
export const targetSchema = z
  .strictObject({
    title: named.meta(about("Name shown to people.", "Nom montré aux personnes.")),
    operator: z
      .strictObject({ name: named, country })
      .meta(about("Legal entity that runs it, and its country.", "Entité juridique qui l'exploite, et son pays.")),
    location: z
      .strictObject({ country, place: named })
      .meta(about("Where the machines stand.", "Où se trouvent les machines.")),
    authUrl: z.url({ protocol: /^https?$/ }).meta(about("Keystone's address.", "Adresse de Keystone.")),
    region: named.meta(about("OpenStack region.", "Région OpenStack.")),
    externalNetwork: named.meta(
      about("Network through which routers reach the Internet.", "Réseau par lequel les routeurs atteignent Internet."),
    ),
    resolvers: z
      .array(z.union([z.ipv4(), z.ipv6()]))
      .min(1)
      .meta(about("DNS servers given to the hosts.", "Serveurs DNS donnés aux machines.")),
    flavours: z
      .strictObject(
        Object.fromEntries(FLAVOUR_KINDS.map((kind) => [kind, named])) as Record<
          (typeof FLAVOUR_KINDS)[number],
          typeof named
        >,
      )
      .meta(about("Which flavour each kind of host is.", "Quel gabarit est chaque type de machine.")),
    images: z
      .record(named, named)
      .meta(about("Image of each name that services use.", "Image de chaque nom que les services emploient.")),
    volumes: z
      .strictObject({
        type: named.meta(about("Volume type of data volumes.", "Type de volume des données.")),
        encrypted: z
          .array(named)
          .min(1)
          .meta(about("Volume types that are encrypted.", "Types de volume qui sont chiffrés.")),
      })
      .meta(about("Block storage.", "Stockage en blocs.")),
    qualifications: z
      .array(
        z.strictObject({
          scheme: named.meta(about("SecNumCloud, HDS, ISO 27001 ...", "SecNumCloud, HDS, ISO 27001 ...")),
          offer: named.meta(
            about(
              "The qualified offer: an offer, never a company.",
              "L'offre qualifiée : une offre, jamais une société.",
            ),
          ),
          from: isoDate,
          to: isoDate.optional(),
          checkedOn: isoDate.meta(about("Day on which somebody checked it.", "Jour où quelqu'un l'a vérifiée.")),
        }),
      )
      .default([])
      .meta(about("Qualifications of this offer in this region.", "Qualifications de cette offre dans cette région.")),
    prices: prices.meta(about("Dated price list, in EUR before tax.", "Liste de prix datée, en EUR hors taxes.")),
  })
  .meta({ title: "targets/*.yaml", ...about("One OpenStack region.", "Une région OpenStack.") });

export type Target = z.output<typeof targetSchema>;
