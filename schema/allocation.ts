import { BLOCK_LENGTH } from "./checks/syndicate";
import { fromNumber, toNumber } from "./ranges";

const BLOCK_SIZE = 2 ** (32 - BLOCK_LENGTH);

/**
 * Blocks for newcomers: those that follow the last one ever given. What lies before it is never used again, even where
 * a line was lost: firewalls, certificates and backups outlive towns. Fewer than wanted when the pool ends.
 *
 * @param taken - every block of the ledger, of towns that left too
 */
export function nextBlocks(pool: string, taken: readonly string[], wanted: number): string[] {
  const [start, end] = bounds(pool);
  const first = Math.max(start, ...taken.map((block) => bounds(block)[1]));
  return Array.from({ length: wanted }, (_, rank) => first + rank * BLOCK_SIZE)
    .filter((block) => block + BLOCK_SIZE <= end)
    .map((block) => `${fromNumber(block)}/${BLOCK_LENGTH}`);
}

/** First address, and the one after the last. */
function bounds(range: string): [number, number] {
  const [address = "", bits] = range.split("/");
  const start = toNumber(address);
  return [start, start + 2 ** (32 - Number(bits))];
}
