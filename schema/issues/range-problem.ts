import ipaddr from "ipaddr.js";
import { rangeHostBits, rangeMalformed } from "../../problems/catalogue/config-addresses";
import type { Place, Problem } from "../../problems/problem";
import { isRange, parseRange, wholeRange } from "../ranges";

/** Why a text is no range, and the range that was most likely meant. */
export function rangeProblem(received: string, at: Place): Problem {
  if (parseRange(received)) return rangeHostBits({ received, proposed: wholeRange(received) }, at);
  const proposed = proposeRange(received.replaceAll(/\s/g, ""));
  return rangeMalformed({ received, ...(proposed && { proposed }) }, at);
}

function proposeRange(text: string): string | undefined {
  const [address = "", length = ""] = text.split("/");
  const mask = ipaddr.IPv4.isValidFourPartDecimal(length)
    ? ipaddr.IPv4.parse(length).prefixLengthFromSubnetMask()
    : null;
  const stars = /^(\d+\.\d+\.\d+|\d+\.\d+|\d+)(\.\*)+$/.exec(text)?.[1]?.split(".");
  const candidates = [
    text,
    `${text}/32`,
    `${text}/128`,
    ...(mask === null ? [] : [`${address}/${mask}`]),
    ...(stars ? [`${[...stars, 0, 0, 0].slice(0, 4).join(".")}/${stars.length * 8}`] : []),
  ];
  return candidates.filter((one) => parseRange(one)).map((one) => (isRange(one) ? one : wholeRange(one)))[0];
}
