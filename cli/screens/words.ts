import type { Item } from "../../cost/billed";
import type { TownReport } from "../../engine/report";
import type { Language } from "../../problems/language";

/** Lines of a cost, in the order in which people read them: one of it, several. */
export const ITEMS: Record<Item, Record<Language, readonly [string, string]>> = {
  host: { en: ["host", "hosts"], fr: ["machine", "machines"] },
  "boot-volume": {
    en: ["of boot volumes", "of boot volumes"],
    fr: ["de volumes de démarrage", "de volumes de démarrage"],
  },
  "data-volume": { en: ["of data volumes", "of data volumes"], fr: ["de volumes de données", "de volumes de données"] },
  documents: {
    en: ["of documents, at their quota", "of documents, at their quota"],
    fr: ["de documents, au quota", "de documents, au quota"],
  },
  router: { en: ["router", "routers"], fr: ["routeur", "routeurs"] },
  "public-address": { en: ["public address", "public addresses"], fr: ["adresse publique", "adresses publiques"] },
  other: { en: ["other", "others"], fr: ["autre", "autres"] },
};

/** A number as the language writes it. French puts a narrow space where a terminal wants a plain one. */
export function numberText(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(value)
    .replaceAll(/[\u202f\u00a0]/g, " ");
}

export function eurosText(value: number, language: Language): string {
  return `${numberText(value, language, 2)} €`;
}

/** A day as the language writes it: 12/03/2026 in French, 2026-03-12 in English. */
export function dayText(iso: string, language: Language): string {
  return language === "fr" ? iso.split("-").reverse().join("/") : iso;
}

export function townLine({ name, insee, population, size, target }: TownReport, language: Language): string {
  const people = numberText(population, language);
  return language === "fr"
    ? `${name} (${insee}), ${people} habitants : taille ${size}, sur ${target}`
    : `${name} (${insee}), ${people} inhabitants: size ${size}, on ${target}`;
}

/** How much more or less a month than today; nothing when nothing was paid before. */
export function deltaText(before: number, after: number, language: Language): string {
  if (before === 0 || before === after) return "";
  const change = after - before;
  const amount = `${change > 0 ? "+" : "-"}${eurosText(Math.abs(change), language)}`;
  return language === "fr" ? ` (${amount} par rapport à aujourd'hui)` : ` (${amount} compared with today)`;
}
