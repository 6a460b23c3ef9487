import { addressMalformed, unknownPeer } from "../../problems/catalogue/config-addresses";
import { nameMalformed, reasonTooShort, wrongDate, wrongFormat } from "../../problems/catalogue/config-values";
import type { Localised } from "../../problems/language";
import type { Place, Problem } from "../../problems/problem";
import { nearest } from "../../problems/words";
import type { Kind } from "../about";
import { slug } from "../slug";
import { IDENTIFIER, PLACES, ZONES } from "../values";
import { proposeDate, proposeInstant } from "./dates";
import { inseeProblem } from "./insee";
import { rangeProblem } from "./range-problem";

export interface Received {
  readonly key: string;
  readonly value: string | number | boolean;

  /** As it is typed in the file, quotes included. */
  readonly written: string;
  readonly at: Place;
}

/** What to say of a value that is not of its kind. */
export const KINDS: Readonly<Record<Kind, (received: Received) => Problem>> = {
  address: ({ value, at }) => addressMalformed({ received: String(value) }, at),
  country: format("Two capitals: FR.", "Deux capitales : FR.", country),
  date: ({ key, value, at }) => {
    const proposed = proposeDate(String(value));
    return wrongDate({ key, received: String(value), ...(proposed && { proposed }) }, at);
  },
  email: format("An e-mail address: name@domain.fr.", "Une adresse électronique : nom@domaine.fr.", (text) =>
    text.replace(/^mailto:/, "").replaceAll(/[\s<>]/g, ""),
  ),
  identifier: ({ value, at }) => {
    const name = slug(String(value));
    const fits = IDENTIFIER.test(name) && name.length <= 30 && name !== value;
    return nameMalformed({ received: String(value), ...(fits && { proposed: name }) }, at);
  },
  insee: ({ value, written, at }) => inseeProblem(value, written, at),
  instant: ({ key, value, at }) => {
    const proposed = proposeInstant(String(value));
    return wrongDate({ key, received: String(value), time: true, ...(proposed && { proposed }) }, at);
  },
  package: format(
    "The name of a Debian package: small letters, digits, `+`, `-` and dots.",
    "Le nom d'un paquet Debian : minuscules, chiffres, `+`, `-` et points.",
    (text) => text.trim().toLowerCase(),
  ),
  peer: ({ value, at }) => peerProblem(String(value), at),
  range: ({ value, at }) => rangeProblem(String(value), at),
  reason: ({ value, at }) => reasonTooShort({ received: String(value) }, at),
  "ssh-key": format(
    "The line of an OpenSSH public key, as `ssh-keygen` writes it to a file that ends in .pub.",
    "La ligne d'une clé publique OpenSSH, telle que `ssh-keygen` l'écrit dans un fichier qui finit par .pub.",
    (text) => text.trim().replaceAll(/\s+/g, " "),
  ),
  url: format("An address that starts with https://.", "Une adresse qui commence par https://.", (text) =>
    /^[\w.-]+\.[a-z]+(:\d+)?(\/|$)/i.test(text) ? `https://${text}` : undefined,
  ),
};

/** A text that must look like something; `mend` gives what was meant, when it can. */
function format(en: string, fr: string, mend: (text: string) => string | undefined) {
  const accepted: Localised = { en, fr };
  return ({ key, value, at }: Received) => {
    const mended = mend(String(value));
    const proposed = mended === value ? undefined : mended;
    return wrongFormat({ key, received: String(value), accepted, ...(proposed && { proposed }) }, at);
  };
}

function country(text: string): string | undefined {
  if (slug(text) === "france") return "FR";
  return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined;
}

/** Other words for the places, as people write them. */
const SYNONYMS: Readonly<Record<string, (typeof PLACES)[number]>> = {
  all: "internet",
  any: "internet",
  everyone: "internet",
  "hotel-de-ville": "town-hall",
  mairie: "town-hall",
  tous: "internet",
  townhall: "town-hall",
};

function peerProblem(received: string, at: Place): Problem {
  if (/[/:]|^[\d.*]+$/.test(received)) return rangeProblem(received, at);
  const accepted = [...PLACES, ...ZONES];
  const suggestion = SYNONYMS[slug(received)] ?? nearest(received, accepted);
  return unknownPeer({ received, accepted, ...(suggestion && { suggestion }) }, at);
}
