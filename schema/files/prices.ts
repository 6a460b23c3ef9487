import { z } from "zod";
import { about } from "../about";
import { euros, isoDate, text } from "../values";

const price = euros.meta(about("EUR a month.", "EUR par mois.", { examples: [12.5] }));
const name = text.meta(about("Name on the target.", "Nom sur la cible.", { examples: ["c2-r4"] }));

/** Prices of a target. An item without a price makes an estimate incomplete; a free one is priced 0. */
export const prices = z.strictObject({
  asOf: isoDate.meta(
    about("Day on which the prices were read.", "Jour où les prix ont été relevés.", { examples: ["2026-01-31"] }),
  ),
  source: text.meta(
    about("Where they were read.", "Où ils ont été relevés.", { examples: ["Délibération du 12 mars 2026"] }),
  ),
  flavours: z
    .record(name, price)
    .default({})
    .meta(
      about("EUR a month and host, by flavour.", "EUR par mois et par machine, par gabarit.", {
        examples: [{ "c2-r4": 14 }],
      }),
    ),
  volumeGiB: z
    .record(name, price)
    .default({})
    .meta(
      about("EUR a month and GiB, by volume type.", "EUR par mois et par Gio, par type de volume.", {
        examples: [{ luks: 0.09 }],
      }),
    ),
  containerGiB: euros
    .optional()
    .meta(about("EUR a month and GiB of documents.", "EUR par mois et par Gio de documents.", { examples: [0.02] })),
  router: euros.optional().meta(about("EUR a month and router.", "EUR par mois et par routeur.", { examples: [2] })),
  floatingIp: euros
    .optional()
    .meta(about("EUR a month and public address.", "EUR par mois et par adresse publique.", { examples: [1.5] })),
});

export type Prices = z.output<typeof prices>;
