import { isIPv4, isIPv6 } from "node:net";
import { rangeInvalid } from "../../problems/catalogue/constructs-network";
import { OperatorError } from "../../problems/problem";

/** A range of IPv4 or IPv6 addresses, in the one spelling that Neutron gives back. */
export interface Range {
  readonly text: string;
  readonly family: 4 | 6;

  /** Length of the prefix. */
  readonly bits: number;

  /** First and last addresses, as numbers. */
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * Reads `192.0.2.0/24` or `2001:db8::/32`. Another spelling of the same range would be replaced by every apply, since
 * Neutron answers with its own.
 *
 * @throws OperatorError `range-invalid`
 */
export function rangeOf(text: string): Range {
  const [address = "", length = "", ...rest] = text.split("/");
  const family = isIPv4(address) ? 4 : isIPv6(address) && !address.includes("%") ? 6 : undefined;
  const width = family === 4 ? 32 : 128;
  const bits = /^\d{1,3}$/.test(length) && rest.length === 0 ? Number(length) : Number.NaN;
  if (!family || !(bits <= width)) throw new OperatorError([rangeInvalid({ text })]);

  const first = family === 4 ? ipv4(address) : ipv6(address);
  const size = 1n << BigInt(width - bits);
  if (first % size !== 0n) throw new OperatorError([rangeInvalid({ text })]);
  const spelling = family === 4 ? address : spelled(address);
  return { text: `${spelling}/${bits}`, family, bits, first, last: first + size - 1n };
}

/** RFC 1918. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map(rangeOf);

export function isPrivate(range: Range): boolean {
  return PRIVATE.some(
    (block) => block.family === range.family && block.first <= range.first && range.last <= block.last,
  );
}

export function overlap(left: Range, right: Range): boolean {
  return left.family === right.family && left.first <= right.last && right.first <= left.last;
}

function ipv4(address: string): bigint {
  return address.split(".").reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

/** The shortest spelling, hexadecimal throughout. */
function spelled(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

function ipv6(address: string): bigint {
  const [start = "", end] = spelled(address).split("::");
  const groups = (text: string | undefined) => (text ? text.split(":") : []);
  const [before, after] = [groups(start), groups(end)];
  const zeros = new Array<string>(8 - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after].reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}
