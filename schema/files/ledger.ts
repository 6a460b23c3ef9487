import { z } from "zod";
import { about } from "../about";
import { inseeCode, range } from "../values";

/** `addresses.yaml`: the block of each town, written by `beffroi allocate`, never reused. */
export const ledgerSchema = z
  .record(
    inseeCode,
    range.meta(about("Block of the town: a /22.", "Bloc de la commune : un /22.", { examples: ["10.64.0.0/22"] })),
  )
  .meta({
    title: "addresses.yaml",
    ...about("Address block of each town.", "Bloc d'adresses de chaque commune."),
  });

export type Ledger = z.output<typeof ledgerSchema>;
