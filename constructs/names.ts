import { digest, joined, literal, printable } from "./text";

/** The town of a resource, as its names tell it. */
export interface NamedTown {
  /** INSEE code: unlike the name, it belongs to one town only. */
  readonly insee: string;

  /** Official name, with its accents and apostrophes. */
  readonly name: string;

  /** The name in lower-case ASCII. */
  readonly slug: string;
}

/** Characters that Nova, Neutron and Cinder keep of a name. */
const SHOWN_LENGTH = 255;

/** Characters of a DNS label (RFC 1035), and of a bucket seen through S3. */
const LABEL_LENGTH = 63;

/**
 * Name of what people see in Horizon: network, router, port, group, volume. OpenStack takes UTF-8 there.
 *
 * @example shownName(town, "site-web", "1") // Île-d'Aix-17004-site-web-1
 */
export function shownName({ name, insee }: NamedTown, ...parts: readonly string[]): string {
  const tail = [insee, ...parts].map(printable).join("-");
  return literal(joined(printable(name), tail, SHOWN_LENGTH));
}

/**
 * Name of a host in Horizon, on the network and at its prompt: one DNS label.
 *
 * @example hostName(town, "site-web", 1) // ile-d-aix-17004-site-web-1
 */
export function hostName({ slug, insee }: NamedTown, service: string, rank: number): string {
  return trimmed(joined(label(slug), label(`${insee}-${service}-${rank}`), LABEL_LENGTH));
}

/**
 * Name of the container of a service, which is also a valid bucket name. It holds the INSEE code and not the town's
 * name: a container cannot be renamed, and a town can.
 *
 * @example containerName(town, "ged", "documents") // 17004-ged-documents
 */
export function containerName({ insee }: NamedTown, service: string, what: string): string {
  return trimmed(joined(label(`${insee}-${service}`), label(what), LABEL_LENGTH));
}

/**
 * Construct id, hence a part of a resource's address: lower-case ASCII, and never the same for two different texts.
 * A text that already is one is kept as it is.
 */
export function addressPart(text: string): string {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : `${label(text) || "x"}-${digest(text)}`;
}

function label(text: string): string {
  return trimmed(text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"));
}

function trimmed(text: string): string {
  return text.replaceAll(/^-+|-+$/g, "");
}
