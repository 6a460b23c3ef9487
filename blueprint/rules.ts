import type { Localised } from "../problems/language";

/** How the kit derives what no file says. Names are permanent: `beffroi explain` shows them. */
export const RULES = {
  "base-flows-of-a-host": {
    en: "every host needs time and its distribution's security updates",
    fr: "toute machine a besoin de l'heure et des mises à jour de sécurité de sa distribution",
  },
  "boot-volume-of-a-diskless-flavour": {
    en: "a flavour without a disk starts from a volume",
    fr: "un gabarit sans disque démarre d'un volume",
  },
  "flow-id": {
    en: "a flow is named after what it is, never after its rank",
    fr: "un flux est nommé d'après ce qu'il est, jamais d'après son rang",
  },
  "managed-by-the-kit": {
    en: "resources say who manages them",
    fr: "les ressources disent qui les gère",
  },
  "service-of-the-town": {
    en: "the town asks for this service",
    fr: "la commune demande ce service",
  },
  "size-by-population": {
    en: "the class whose bounds hold the legal population",
    fr: "la classe dont les bornes contiennent la population légale",
  },
  "slug-of-the-name": {
    en: "the name in ASCII, for host and container names",
    fr: "le nom en ASCII, pour les noms de machine et de conteneur",
  },
  "zone-block-by-rank": {
    en: "the rank of the zone fixes its quarter of the town's block",
    fr: "le rang de la zone fixe son quart du bloc de la commune",
  },
} as const satisfies Record<string, Localised>;

export type RuleName = keyof typeof RULES;
