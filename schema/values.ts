import { z } from "zod";
import { about } from "./about";
import { isRange } from "./ranges";

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

/** Places that a flow may come from or go to, beside the zones and the ranges. */
export const PLACES = ["internet", "town-hall"] as const;

export const INSEE_CODE = /^(\d{2}|2A|2B)\d{3}$/;
export const IDENTIFIER = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const inseeCode = z
  .string()
  .regex(INSEE_CODE)
  .meta(
    about("INSEE code of the commune, in quotes.", "Code INSEE de la commune, entre guillemets.", {
      kind: "insee",
      examples: ["17299", "2A108"],
    }),
  );

/** Name of a target or a service: it is also the name of its file. */
export const identifier = z
  .string()
  .regex(IDENTIFIER)
  .max(30)
  .meta(
    about("Name: small letters, digits and hyphens.", "Nom : minuscules, chiffres et traits d'union.", {
      kind: "identifier",
      examples: ["site-web"],
    }),
  );

/** A text for people, or a name that OpenStack gave: anything but nothing. */
export const text = z.string().trim().min(1);

/** OpenSSH public key: a line of `authorized_keys` without options. */
export const sshKey = z
  .string()
  .regex(/^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp\d{3}|sk-[a-z0-9-]+@openssh\.com) [A-Za-z0-9+/=]{40,}( [^\n\r]*)?$/)
  .meta(
    about("OpenSSH public key.", "Clé publique OpenSSH.", {
      kind: "ssh-key",
      examples: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK8mN3b0q1Xk5n7y2w9v4t6r8p0o2i4u6y8t0r2e4w6q astreinte"],
    }),
  );

export const sizeClass = z.enum(SIZE_CLASSES).meta(about("Size class.", "Classe de taille.", { examples: ["S"] }));
export const zone = z.enum(ZONES).meta(about("Network zone.", "Zone de réseau.", { examples: ["apps"] }));

/** An IPv4 or IPv6 range whose host bits are zero. */
export const range = z
  .string()
  .refine(isRange)
  .meta(
    about("Range of addresses.", "Plage d'adresses.", { kind: "range", examples: ["192.0.2.0/24", "2001:db8::/48"] }),
  );

export const port = z
  .int()
  .min(1)
  .max(65535)
  .meta(about("Port number.", "Numéro de port.", { examples: [443] }));
export const protocol = z
  .enum(["tcp", "udp"])
  .meta(about("Transport protocol.", "Protocole de transport.", { examples: ["tcp"] }));
export const gibibytes = z.int().min(1).max(12_288);
export const euros = z.number().min(0);

export const isoDate = z.iso
  .date()
  .meta(about("A day: year-month-day.", "Un jour : année-mois-jour.", { kind: "date", examples: ["2026-01-31"] }));

/** A reason is for people: one word is not one. */
export const reason = z
  .string()
  .trim()
  .min(10)
  .regex(/\S\s+\S/)
  .meta(
    about("Why, for the people who will read it.", "Pourquoi, pour ceux qui le liront.", {
      kind: "reason",
      examples: ["Population doublée de juin à septembre"],
    }),
  );
