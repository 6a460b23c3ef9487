import { poolFull, townWithoutAddresses } from "../../problems/catalogue/config-addresses";
import type { Language } from "../../problems/language";
import { EXIT, OperatorError } from "../../problems/problem";
import { nextBlocks } from "../../schema/allocation";
import { poolOf } from "../../schema/checks/syndicate";
import type { Draft } from "../../schema/draft";
import { addToLedger, type LedgerLine } from "../../schema/ledger-file";
import { examine } from "../../schema/load";
import type { Context } from "../command";
import { nearestPath } from "../print-problems";

/**
 * Gives an address block to each town that has none, in the order of INSEE codes, and adds it to the ledger.
 *
 * @throws OperatorError when anything else is wrong in the config, or the pool is full: nothing is written then
 */
export async function run({ config, json, language, out }: AllocateContext): Promise<number> {
  let given: readonly LedgerLine[] = [];
  addToLedger(config, () => {
    given = chooseLines(config);
    return given;
  });
  if (json) out.write(`${JSON.stringify({ allocated: given }, null, 2)}\n`);
  else out.write(screen(given, nearestPath(`${config}/addresses.yaml`), language));
  return EXIT.fine;
}

type AllocateContext = Pick<Context, "config" | "json" | "language" | "out">;

function chooseLines(config: string): LedgerLine[] {
  const { draft, problems } = examine(config);
  const others = problems.filter(({ code }) => code !== townWithoutAddresses.kind.code);
  const pool = poolOf(draft.syndicate);
  if (others.length > 0 || pool === undefined) throw new OperatorError(others, config);
  const newcomers = newcomersOf(draft);
  const taken = Object.values(draft.ledger?.parts ?? {}).filter((block) => block !== undefined);
  const blocks = nextBlocks(pool, taken, newcomers.length);
  if (blocks.length < newcomers.length)
    throw new OperatorError([poolFull({ pool, left: blocks.length, wanted: newcomers.length })], config);
  return newcomers.map(({ insee, name }, rank) => ({ insee, name, block: blocks[rank] as string }));
}

function newcomersOf({ towns, ledger }: Draft) {
  return towns
    .flatMap(({ commune }) => (commune && !ledger?.has([commune.insee]) ? commune : []))
    .sort((left, right) => (left.insee < right.insee ? -1 : 1));
}

function screen(given: readonly LedgerLine[], file: string, language: Language): string {
  if (given.length === 0)
    return language === "fr"
      ? "Chaque commune a déjà son bloc d'adresses : rien n'a été écrit.\n"
      : "Every town already has its address block: nothing was written.\n";
  const lines = given.map(({ insee, block, name }) => `  ${insee}  ${block.padEnd(18)}  ${name}\n`).join("");
  const many = given.length > 1;
  return language === "fr"
    ? `${given.length} ${many ? "blocs attribués" : "bloc attribué"}, à la fin de ${file} :\n${lines}Relisez ce fichier et validez-le dans git : ces blocs ne changeront plus.\n`
    : `${given.length} ${many ? "blocks" : "block"} given, at the end of ${file}:\n${lines}Review that file and commit it: these blocks will never change.\n`;
}
