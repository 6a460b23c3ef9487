import type { Item } from "../../cost/billed";
import type { TownReport } from "../../engine/report";
import type { Language, Localised } from "../../problems/language";

/** Lines of a cost, in the order in which people read them. */
export const ITEMS: Record<Item, Localised> = {
  host: { en: "hosts", fr: "machines" },
  "boot-volume": { en: "boot volumes", fr: "volumes de démarrage" },
  "data-volume": { en: "data volumes", fr: "volumes de données" },
  documents: { en: "documents, at their quota", fr: "documents, au quota" },
  router: { en: "routers", fr: "routeurs" },
  "public-address": { en: "public addresses", fr: "adresses publiques" },
  other: { en: "others", fr: "autres" },
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
