import type { z } from "zod";
import { factsSchema } from "../../schema/files/facts";
import { ledgerSchema } from "../../schema/files/ledger";
import { serviceSchema } from "../../schema/files/service";
import { sizeSchema } from "../../schema/files/size";
import { syndicateSchema } from "../../schema/files/syndicate";
import { targetSchema } from "../../schema/files/target";
import { townSchema } from "../../schema/files/town";

export interface FileKind {
  /** Name of its JSON Schema. */
  readonly name: string;
  readonly schema: z.ZodType;

  /** File of the example config that the reference page shows. */
  readonly example: string;
}

/** The kinds of files of a config, in the order in which one writes them. */
export const FILE_KINDS: readonly FileKind[] = [
  { name: "town", schema: townSchema, example: "towns/17299-rochefort.yaml" },
  { name: "service", schema: serviceSchema, example: "services/ged.yaml" },
  { name: "size", schema: sizeSchema, example: "sizes/S.yaml" },
  { name: "syndicate", schema: syndicateSchema, example: "syndicate.yaml" },
  { name: "addresses", schema: ledgerSchema, example: "addresses.yaml" },
  { name: "target", schema: targetSchema, example: "targets/dc-aunis.yaml" },
  { name: "facts", schema: factsSchema, example: "facts/dc-aunis.yaml" },
];
