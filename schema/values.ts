import ipaddr from "ipaddr.js";
import { z } from "zod";
import { about } from "./about";

/** Size classes of towns, smallest first. */
export const SIZE_CLASSES = ["XS", "S", "M", "L", "XL", "XXL"] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Network zones of a town. A zone's rank fixes its address block for ever: append only. */
export const ZONES = ["entry", "apps", "data", "admin"] as const;
export type Zone = (typeof ZONES)[number];

/** How grave a leak would be, least grave first. */
export const SENSITIVITIES = ["public", "internal", "personal", "sensitive", "health", "archive"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** Kinds of hosts that a service may ask for; each target says which of its flavours that is. */
export const FLAVOUR_KINDS = ["small", "medium", "large", "xlarge"] as const;
export type FlavourKind = (typeof FLAVOUR_KINDS)[number];

export const inseeCode = z
  .string()
  .regex(/^(\d{2}|2A|2B)\d{3}$/)
  .meta(about("INSEE code of the commune, in quotes.", "Code INSEE de la commune, entre guillemets."));

/** Name of a target or a service: it is also the name of its file. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(30);

export const sizeClass = z.enum(SIZE_CLASSES);
export const zone = z.enum(ZONES);

/** An IPv4 or IPv6 range whose host bits are zero. */
export const range = z
  .string()
  .refine(isRange)
  .meta(about("Range of addresses, such as 192.0.2.0/24.", "Plage d'adresses, par exemple 192.0.2.0/24."));

export const port = z.int().min(1).max(65535).meta(about("Port number.", "Numéro de port."));
export const protocol = z.enum(["tcp", "udp"]).meta(about("Transport protocol.", "Protocole de transport."));
export const gibibytes = z.int().min(1).max(12_288);
export const euros = z.number().min(0);
export const isoDate = z.iso.date();

/** A reason is for people: one word is not one. */
export const reason = z
  .string()
  .trim()
  .min(10)
  .meta(about("Why, for the people who will read it.", "Pourquoi, pour ceux qui le liront."));

function isRange(text: string): boolean {
  if (!ipaddr.isValidCIDR(text)) return false;
  const [address, bits] = ipaddr.parseCIDR(text);
  const network =
    address.kind() === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text);
  return network.toNormalizedString() === address.toNormalizedString() && text.endsWith(`/${bits}`);
}
