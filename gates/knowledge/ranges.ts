import ipaddr from "ipaddr.js";

/**
 * Shortest prefix that still is somebody: a public range that is wider stands for everyone.
 *
 * 65,536 IPv4 addresses are more than a town and its operator own; beyond are all the customers of an access provider,
 * or the Internet cut in two (`0.0.0.0/1` and `128.0.0.0/1`). A registry gives a whole operator one IPv6 /32.
 */
const SHORTEST_PREFIX = { ipv4: 16, ipv6: 32 } as const;

/** Blocks that are never routed on the Internet: RFC 1918, 6598, 3927, 1122, 4193 and 4291. */
const PRIVATE_BLOCKS = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "fc00::/7",
  "fe80::/10",
  "::1/128",
].map((block) => ipaddr.parseCIDR(block));

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Ranges that were parsed: a plan of a thousand rules names a few dozen. */
const PARSED = new Map<string, Range | undefined>();

/** The range that a text tells; a lone address is a range of one. `undefined` if it tells none. */
export function parseRange(text: string): Range | undefined {
  if (!PARSED.has(text)) PARSED.set(text, parse(text));
  return PARSED.get(text);
}

function parse(text: string): Range | undefined {
  try {
    if (text.includes("/")) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  } catch {
    return undefined;
  }
}

/** Whether a range lets in everyone, or only some; `unknown` if the text is no range. */
export function reachOf(text: string): "everyone" | "some" | "unknown" {
  const range = parseRange(text);
  if (!range) return "unknown";
  const [address, bits] = range;
  if (bits >= SHORTEST_PREFIX[address.kind()] || isPrivateRange(text)) return "some";
  return "everyone";
}

/** Whether the whole range is private. */
export function isPrivateRange(text: string): boolean {
  const range = parseRange(text);
  return range !== undefined && PRIVATE_BLOCKS.some((block) => contains(block, range));
}

/** Whether `inner` stands wholly inside `outer`. */
export function standsIn(inner: string, outer: string): boolean {
  const [one, other] = [parseRange(outer), parseRange(inner)];
  return one !== undefined && other !== undefined && contains(one, other);
}

function contains([block, bits]: Range, [address, length]: Range): boolean {
  if (block.kind() !== address.kind() || length < bits) return false;
  return address.kind() === "ipv4"
    ? (address as ipaddr.IPv4).match(block as ipaddr.IPv4, bits)
    : (address as ipaddr.IPv6).match(block as ipaddr.IPv6, bits);
}

/** First and last address of a range, as bytes in hexadecimal: they compare as texts within one family. */
export function boundsOf(text: string): { family: string; first: string; last: string } | undefined {
  const range = parseRange(text);
  if (!range) return undefined;
  const [address, bits] = range;
  const bytes = address.toByteArray();
  const edge = (fill: 0 | 1) =>
    bytes
      .map((byte, index) => {
        const host = 0xff >> Math.min(8, Math.max(0, bits - index * 8));
        return (fill ? byte | host : byte & ~host).toString(16).padStart(2, "0");
      })
      .join("");
  return { family: address.kind(), first: edge(0), last: edge(1) };
}
