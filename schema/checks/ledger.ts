import { relative } from "node:path";
import {
  blockNotTwentyTwo,
  blockOutsidePool,
  blocksOverlap,
  townWithoutAddresses,
} from "../../problems/catalogue/config-addresses";
import { communeOf, formerCommune } from "../communes";
import type { Draft } from "../draft";
import { inseeProblem } from "../issues/insee";
import { holds, lengthOf, overlap, toNumber } from "../ranges";
import type { Report } from "../report";
import { BLOCK_LENGTH, poolOf } from "./syndicate";

/** INSEE code and block. */
type Line = readonly [string, string];

/** Each town has one block of the pool, which no other ever had. Lines of towns that left stay: they keep their block taken. */
export function checkLedger({ folder, syndicate, ledger, towns }: Draft, report: Report): void {
  if (!ledger) return;
  const pool = poolOf(syndicate);
  const blocks: Line[] = [];
  for (const [insee, block] of Object.entries(ledger.parts)) {
    if (!communeOf(insee) && !formerCommune(insee)) report(inseeProblem(insee, insee, ledger.keySpanOf([insee])));
    if (block === undefined) continue;
    const at = ledger.spanOf([insee]);
    if (block.includes(":") || lengthOf(block) !== BLOCK_LENGTH) report(blockNotTwentyTwo({ received: block }, at));
    else if (pool && !holds(pool, block)) report(blockOutsidePool({ received: block, pool }, at));
    if (!block.includes(":")) blocks.push([insee, block]);
  }
  checkOverlaps(ledger, blocks, report);
  for (const { town, commune } of towns)
    if (commune && !ledger.has([commune.insee]))
      report(townWithoutAddresses({ ...commune, command: allocateCommand(folder) }, town.spanOf(["insee"])));
}

/** In the order of addresses, only neighbours can overlap, so 400 lines cost no 80,000 comparisons. */
function checkOverlaps(ledger: NonNullable<Draft["ledger"]>, blocks: readonly Line[], report: Report): void {
  const start = (block: string) => toNumber(block.split("/")[0] as string);
  const sorted = [...blocks].sort(([, left], [, right]) => start(left) - start(right));
  let widest: Line | undefined;
  for (const one of sorted) {
    if (widest && overlap(widest[1], one[1])) {
      const [first, second] = inOrderOfLines(ledger, widest, one);
      const line = ledger.placeOf([first[0]]).line;
      const [holder, other] = first;
      report(blocksOverlap({ received: second[1], other, holder, line }, ledger.spanOf([second[0]])));
    }
    if (!widest || !holds(widest[1], one[1])) widest = one;
  }
}

function inOrderOfLines(ledger: NonNullable<Draft["ledger"]>, left: Line, right: Line): [Line, Line] {
  return ledger.placeOf([left[0]]).line <= ledger.placeOf([right[0]]).line ? [left, right] : [right, left];
}

/** `./beffroi allocate`, naming the config where the command would not find it by itself. */
function allocateCommand(folder: string): string {
  const path = relative(process.cwd(), folder);
  if (path === "" || path === "config") return "./beffroi allocate";
  const shown = path.startsWith("..") ? folder : path;
  return `./beffroi allocate --config ${/^[\w./@+-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`}`;
}
