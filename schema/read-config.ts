import type { z } from "zod";
import { unexpectedFile } from "../problems/catalogue/config-files";
import { nameMalformed } from "../problems/catalogue/config-values";
import { nearest } from "../problems/words";
import { ConfigFile } from "./config-file";
import type { Draft, DraftFiles } from "./draft";
import { factsSchema } from "./files/facts";
import { ledgerSchema } from "./files/ledger";
import { serviceSchema } from "./files/service";
import { sizeSchema } from "./files/size";
import { syndicateSchema } from "./files/syndicate";
import { targetSchema } from "./files/target";
import { isThere, readFile, realFolder } from "./read-file";
import { readTowns } from "./read-towns";
import type { Report } from "./report";
import { slug } from "./slug";
import { checkRoot, type Folder, listFolder } from "./source/listing";
import { parseYaml } from "./source/parse-yaml";
import { readText, wholeFile } from "./source/read-text";
import { identifier, SIZE_CLASSES, type SizeClass } from "./values";

/**
 * Reads every file of a config folder, each checked alone.
 *
 * @param only - INSEE codes of the towns to read; absent: all of them
 * @throws OperatorError when there is no such folder
 */
export function readConfig(folder: string, only: readonly string[] | undefined, report: Report): Draft {
  const root = realFolder(folder);
  checkRoot(root, report);
  const named = <S extends z.ZodType>(kind: Folder, schema: S): DraftFiles<z.output<S>> =>
    new Map(
      listNamed(root, kind, report).map((name) => [name, readFile(root, `${kind}/${name}.yaml`, schema, report)]),
    );
  return {
    folder,
    syndicate: readFile(root, "syndicate.yaml", syndicateSchema, report),
    ledger: readLedger(root, report),
    targets: named("targets", targetSchema),
    facts: named("facts", factsSchema),
    sizes: readSizes(root, report),
    services: named("services", serviceSchema),
    towns: readTowns(root, only, report),
  };
}

/** Before the first allocation there may be no ledger, or one that holds only its comments. */
function readLedger(root: string, report: Report): Draft["ledger"] {
  const file = "addresses.yaml";
  const text = isThere(root, file) ? readText(root, file, report) : "";
  if (text === undefined) return undefined;
  const isBlank = text.split("\n").every((line) => /^\s*(#|$)/.test(line));
  const source = parseYaml(file, isBlank ? "{}" : text, report);
  return source && ConfigFile.check(source, ledgerSchema, report);
}

function listNamed(root: string, folder: Folder, report: Report): string[] {
  return listFolder(root, folder, report).filter((name) => {
    if (identifier.safeParse(name).success) return true;
    const proposed = slug(name);
    const fits = identifier.safeParse(proposed).success;
    report(nameMalformed({ received: name, ...(fits && { proposed }) }, wholeFile(`${folder}/${name}.yaml`)));
    return false;
  });
}

function readSizes(root: string, report: Report): Draft["sizes"] {
  const classes: readonly string[] = SIZE_CLASSES;
  for (const name of listFolder(root, "sizes", report)) {
    if (classes.includes(name)) continue;
    const suggestion = classes.find((known) => known === name.toUpperCase()) ?? nearest(name, classes);
    report(
      unexpectedFile(
        {
          name: `${name}.yaml`,
          folder: "sizes",
          accepted: classes.map((known) => `${known}.yaml`),
          ...(suggestion && { suggestion: `${suggestion}.yaml` }),
        },
        wholeFile(`sizes/${name}.yaml`),
      ),
    );
  }
  return new Map(
    SIZE_CLASSES.map((name): [SizeClass, ReturnType<typeof readFile<typeof sizeSchema>>] => [
      name,
      readFile(root, `sizes/${name}.yaml`, sizeSchema, report),
    ]),
  );
}
