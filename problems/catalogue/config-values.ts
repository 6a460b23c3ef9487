import type { Localised } from "../language";
import { defineProblem } from "../problem";
import { oneOf, quoted } from "../words";

export const unknownKey = defineProblem<{
  key: string;
  accepted: readonly string[];
  suggestion?: string;
}>({
  code: "unknown-key",
  title: { en: "A key does not exist", fr: "Une clé n'existe pas" },
  example: { key: "sevices", accepted: ["insee", "services", "target"], suggestion: "services" },
  tell: ({ key, accepted, suggestion }) => ({
    what: {
      en: `The key ${quoted(key).en} does not exist.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `La clé ${quoted(key).fr} n'existe pas.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    accepted: oneOf(accepted),
    fix: suggestion
      ? { en: `Write \`${suggestion}\`.`, fr: `Écrivez \`${suggestion}\`.` }
      : {
          en: "Use one of the accepted keys, or remove the line.",
          fr: "Employez une des clés acceptées, ou enlevez la ligne.",
        },
  }),
});

/** `meaning`: what the key is for; `example`: a line to copy. */
export const missingKey = defineProblem<{ key: string; meaning: Localised; example?: string }>({
  code: "missing-key",
  title: { en: "A mandatory key is missing", fr: "Une clé obligatoire manque" },
  example: {
    key: "insee",
    meaning: { en: "INSEE code of the commune, in quotes.", fr: "Code INSEE de la commune, entre guillemets." },
    example: 'insee: "17299"',
  },
  tell: ({ key, meaning, example }) => ({
    what: { en: `The key "${key}" is missing.`, fr: `La clé « ${key} » manque.` },
    accepted: meaning,
    fix: example
      ? { en: `Add it, for instance:\n${example}`, fr: `Ajoutez-la, par exemple :\n${example}` }
      : { en: "Add it.", fr: "Ajoutez-la." },
  }),
});

export const noValue = defineProblem<{ key: string; item?: boolean; meaning: Localised; example?: string }>({
  code: "no-value",
  title: { en: "A key has no value", fr: "Une clé n'a pas de valeur" },
  example: {
    key: "services",
    meaning: { en: "Services hosted for the town.", fr: "Services hébergés pour la commune." },
    example: "services: [site-web]",
  },
  tell: ({ key, item, meaning, example }) => ({
    what: item
      ? { en: `An item of "${key}" is empty.`, fr: `Un élément de « ${key} » est vide.` }
      : { en: `Nothing follows "${key}".`, fr: `Rien ne suit « ${key} ».` },
    accepted: meaning,
    fix: example
      ? { en: `Give it a value, for instance:\n${example}`, fr: `Donnez-lui une valeur, par exemple :\n${example}` }
      : { en: "Give it a value, or remove it.", fr: "Donnez-lui une valeur, ou enlevez-le." },
  }),
});

export const wrongType = defineProblem<{
  key: string;
  item?: boolean;
  received: Localised;
  expected: Localised;
  proposed?: string;
}>({
  code: "wrong-type",
  title: { en: "A value is of the wrong type", fr: "Une valeur n'est pas du bon type" },
  example: {
    key: "port",
    received: { en: 'the text "443"', fr: "le texte « 443 »" },
    expected: { en: "a whole number", fr: "un nombre entier" },
    proposed: "443",
  },
  tell: ({ key, item, received, expected, proposed }) => ({
    what: {
      en: `${item ? "An item of " : ""}"${key}" is ${received.en}, but ${expected.en} is expected.`,
      fr: `${item ? "Un élément de " : ""}« ${key} » est ${received.fr}, alors qu'il faut ${expected.fr}.`,
    },
    accepted: { en: `${capital(expected.en)}.`, fr: `${capital(expected.fr)}.` },
    fix: proposed
      ? { en: `Write \`${proposed}\`.`, fr: `Écrivez \`${proposed}\`.` }
      : { en: `Write ${expected.en} instead.`, fr: `Écrivez à la place ${expected.fr}.` },
  }),
});

export const notInList = defineProblem<{
  key: string;
  received: string;
  accepted: readonly string[];
  suggestion?: string;
}>({
  code: "not-in-list",
  title: { en: "A value is not one of those accepted", fr: "Une valeur n'est pas de celles qui sont acceptées" },
  example: { key: "protocol", received: "tpc", accepted: ["tcp", "udp"], suggestion: "tcp" },
  tell: ({ key, received, accepted, suggestion }) => ({
    what: {
      en: `"${key}" cannot be ${quoted(received).en}.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `« ${key} » ne peut pas être ${quoted(received).fr}.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    accepted: oneOf(accepted),
    fix: suggestion
      ? { en: `Write \`${suggestion}\`.`, fr: `Écrivez \`${suggestion}\`.` }
      : { en: "Use one of the accepted values.", fr: "Employez une des valeurs acceptées." },
  }),
});

export const outOfBounds = defineProblem<{ key: string; received: string; least?: number; most?: number }>({
  code: "number-out-of-bounds",
  title: { en: "A number is too small or too large", fr: "Un nombre est trop petit ou trop grand" },
  example: { key: "port", received: "70000", least: 1, most: 65_535 },
  tell: ({ key, received, least, most }) => ({
    what: {
      en: `"${key}" cannot be ${received}.`,
      fr: `« ${key} » ne peut pas être ${received}.`,
    },
    accepted: bounds(least, most),
    fix: { en: "Write a number within these bounds.", fr: "Écrivez un nombre dans ces bornes." },
  }),
});

export const emptyList = defineProblem<{ key: string; meaning: Localised }>({
  code: "empty-list",
  title: { en: "A list is empty", fr: "Une liste est vide" },
  example: {
    key: "services",
    meaning: { en: "Services hosted for the town.", fr: "Services hébergés pour la commune." },
  },
  tell: ({ key, meaning }) => ({
    what: { en: `The list "${key}" is empty.`, fr: `La liste « ${key} » est vide.` },
    accepted: { en: `At least one item. ${meaning.en}`, fr: `Au moins un élément. ${meaning.fr}` },
    fix: { en: "Put something into it.", fr: "Mettez-y quelque chose." },
  }),
});

export const listedTwice = defineProblem<{ value: string; firstLine: number }>({
  code: "listed-twice",
  title: { en: "A list holds the same item twice", fr: "Une liste contient deux fois le même élément" },
  example: { value: "site-web", firstLine: 3 },
  tell: ({ value, firstLine }) => ({
    what: {
      en: `${quoted(value).en} is already in this list, on line ${firstLine}.`,
      fr: `${quoted(value).fr} est déjà dans cette liste, à la ligne ${firstLine}.`,
    },
    fix: { en: "Remove one of the two.", fr: "Enlevez l'un des deux." },
  }),
});

export const wrongFormat = defineProblem<{ key: string; received: string; accepted: Localised; proposed?: string }>({
  code: "wrong-format",
  title: { en: "A text is not written the way it must be", fr: "Un texte n'est pas écrit comme il le faut" },
  example: {
    key: "rssi",
    received: "rssi@syndicat",
    accepted: { en: "An e-mail address: name@domain.fr.", fr: "Une adresse électronique : nom@domaine.fr." },
  },
  tell: ({ key, received, accepted, proposed }) => ({
    what: {
      en: `"${key}" cannot be ${quoted(received).en}.`,
      fr: `« ${key} » ne peut pas être ${quoted(received).fr}.`,
    },
    accepted,
    fix: proposed
      ? { en: `Write \`${proposed}\`.`, fr: `Écrivez \`${proposed}\`.` }
      : { en: "Write it the accepted way.", fr: "Écrivez-le de la façon acceptée." },
  }),
});

export const wrongDate = defineProblem<{ key: string; received: string; proposed?: string; time?: boolean }>({
  code: "wrong-date",
  title: { en: "A date is not one", fr: "Une date n'en est pas une" },
  example: { key: "asOf", received: "31/01/2026", proposed: "2026-01-31" },
  tell: ({ key, received, proposed, time }) => ({
    what: {
      en: `"${key}" is ${quoted(received).en}, which is not a day of the calendar written year-month-day.`,
      fr: `« ${key} » est ${quoted(received).fr}, qui n'est pas un jour du calendrier écrit année-mois-jour.`,
    },
    accepted: time
      ? {
          en: "A day and an hour in universal time: 2026-01-31T08:30:00Z.",
          fr: "Un jour et une heure en temps universel : 2026-01-31T08:30:00Z.",
        }
      : { en: "A day: 2026-01-31.", fr: "Un jour : 2026-01-31." },
    fix: proposed
      ? { en: `Write \`${proposed}\`.`, fr: `Écrivez \`${proposed}\`.` }
      : {
          en: "Write the date in this order, with two digits for month and day.",
          fr: "Écrivez la date dans cet ordre, avec deux chiffres pour le mois et le jour.",
        },
  }),
});

export const reasonTooShort = defineProblem<{ received: string }>({
  code: "reason-too-short",
  title: { en: "A reason is too short to tell anything", fr: "Une raison est trop courte pour dire quelque chose" },
  example: { received: "besoin" },
  tell: ({ received }) => ({
    what: {
      en: `The reason ${quoted(received).en} would not tell its readers why.`,
      fr: `La raison ${quoted(received).fr} ne dirait pas pourquoi à ceux qui la liront.`,
    },
    accepted: { en: "At least two words and ten characters.", fr: "Au moins deux mots et dix caractères." },
    fix: {
      en: "Say who asked for it and what for: this is read again in two years.",
      fr: "Dites qui l'a demandé et pour quoi faire : cela se relit dans deux ans.",
    },
  }),
});

export const nameMalformed = defineProblem<{ received: string; proposed?: string }>({
  code: "name-malformed",
  title: { en: "A name holds characters that it may not", fr: "Un nom contient des caractères interdits" },
  example: { received: "État civil", proposed: "etat-civil" },
  tell: ({ received, proposed }) => ({
    what: { en: `${quoted(received).en} cannot be a name.`, fr: `${quoted(received).fr} ne peut pas être un nom.` },
    accepted: {
      en: "Small letters without accents, digits and single hyphens, starting with a letter, 30 characters at most.",
      fr: "Des minuscules sans accent, des chiffres et des traits d'union simples, en commençant par une lettre, 30 caractères au plus.",
    },
    fix: proposed
      ? { en: `Write \`${proposed}\`.`, fr: `Écrivez \`${proposed}\`.` }
      : { en: "Choose such a name.", fr: "Choisissez un tel nom." },
  }),
});

export function bounds(least?: number, most?: number): Localised {
  if (least !== undefined && most !== undefined)
    return { en: `A number from ${least} to ${most}.`, fr: `Un nombre de ${least} à ${most}.` };
  return most === undefined
    ? { en: `A number of at least ${least}.`, fr: `Un nombre d'au moins ${least}.` }
    : { en: `A number of at most ${most}.`, fr: `Un nombre d'au plus ${most}.` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
