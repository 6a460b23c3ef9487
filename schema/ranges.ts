import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** First address of a range and its length; nothing when it cannot be read. */
export function parseRange(text: string): [Address, number] | undefined {
  if (!WRITTEN.test(text) || ZERO_IN_FRONT.test(text)) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the text is a range that starts at its first address. */
export function isRange(text: string): boolean {
  const parsed = parseRange(text);
  return parsed !== undefined && networkOf(text)[0].toNormalizedString() === parsed[0].toNormalizedString();
}

/** The range that holds the address named before the slash: `192.0.2.5/24` gives `192.0.2.0/24`. */
export function wholeRange(text: string): string {
  const [address, bits] = networkOf(text);
  return `${address.toString()}/${bits}`;
}

/** Whether two ranges have an address in common. */
export function overlap(left: string, right: string): boolean {
  if (isIpv6(left) !== isIpv6(right)) return false;
  const [one, oneBits] = parse(left);
  const [two, twoBits] = parse(right);
  const bits = Math.min(oneBits, twoBits);
  return (one as ipaddr.IPv4).match(two as ipaddr.IPv4, bits);
}

/** Whether every address of `inner` is in `outer`. */
export function holds(outer: string, inner: string): boolean {
  return lengthOf(outer) <= lengthOf(inner) && overlap(outer, inner);
}

/** Ranges from which private networks take their addresses (RFC 1918). */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** Whether the range is private (RFC 1918), so that it means something else in each office. */
export function isPrivate(range: string): boolean {
  return PRIVATE.some((block) => holds(block, range));
}

/** Ranges that no packet of the Internet comes from: private, shared by carriers (RFC 6598), local (RFC 1122, 3927, 4193, 4291). */
const NEVER_PUBLIC = [...PRIVATE, "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128"];

/** Whether the Internet can see these addresses: those kept for documentation count as such. */
export function isPublic(range: string): boolean {
  return !NEVER_PUBLIC.some((block) => holds(block, range));
}

/** IPv4 address as a number, so that blocks can be counted. */
export function toNumber(address: string): number {
  return ipaddr.IPv4.parse(address)
    .toByteArray()
    .reduce((sum, byte) => sum * 256 + byte, 0);
}

/** The reverse of `toNumber`. */
export function fromNumber(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

/** Length of a range: 24 of `192.0.2.0/24`. */
export function lengthOf(range: string): number {
  return Number(range.split("/")[1]);
}

/** Four parts for IPv4, and no zero in front: `010.1` or `192.0.2` mean different things to different programs. */
const WRITTEN = /^(\d+(\.\d+){3}|[\da-f:]*:[\da-f:]*)\/\d+$/i;
const ZERO_IN_FRONT = /(^|[./])0\d/;

function networkOf(text: string): [Address, number] {
  const base = isIpv6(text) ? ipaddr.IPv6.networkAddressFromCIDR(text) : ipaddr.IPv4.networkAddressFromCIDR(text);
  return [base, lengthOf(text)];
}

/** The library's own choice of family costs an exception for each IPv4 range. */
function parse(text: string): [Address, number] {
  return isIpv6(text) ? ipaddr.IPv6.parseCIDR(text) : ipaddr.IPv4.parseCIDR(text);
}

function isIpv6(text: string): boolean {
  return text.includes(":");
}
