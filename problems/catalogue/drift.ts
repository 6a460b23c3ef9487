import { defineProblem } from "../problem";

export const severalTargets = defineProblem<{ targets: readonly string[] }>({
  code: "drift-several-targets",
  title: {
    en: "The towns to look at are on several clouds",
    fr: "Les communes à examiner sont sur plusieurs clouds",
  },
  example: { targets: ["dc-aunis", "ovh-par"] },
  tell: ({ targets }) => ({
    what: {
      en: `These towns are on ${targets.length} targets (${targets.join(", ")}), and credentials open one.`,
      fr: `Ces communes sont sur ${targets.length} cibles (${targets.join(", ")}), et des accès n'en ouvrent qu'une.`,
    },
    accepted: { en: "Towns of one target.", fr: "Des communes d'une même cible." },
    fix: {
      en: "Name the towns of one target, with the credentials of its cloud; then those of the next one.",
      fr: "Nommez les communes d'une cible, avec les accès à son cloud ; puis celles de la suivante.",
    },
  }),
});
