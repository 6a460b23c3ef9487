import { defineProblem } from "../problem";

export const markKeyInvalid = defineProblem<{ key: string }>({
  code: "mark-key-invalid",
  title: { en: "A mark has a name that OpenStack refuses", fr: "Une marque a un nom qu'OpenStack refuse" },
  tell: ({ key }) => ({
    what: {
      en: `"${key}" cannot be the name of a mark on a resource.`,
      fr: `« ${key} » ne peut pas être le nom d'une marque sur une ressource.`,
    },
    accepted: {
      en: "a letter, then at most 40 letters, digits and hyphens, without accents",
      fr: "une lettre, puis au plus 40 lettres, chiffres et tirets, sans accents",
    },
    fix: { en: "Rename the mark.", fr: "Renommez la marque." },
  }),
});

export const constructRefused = defineProblem<{ construct: string; said: string }>({
  code: "construct-refused",
  title: { en: "A part of a stack refuses what it was given", fr: "Une partie d'une pile refuse ce qu'elle a reçu" },
  tell: ({ construct, said }) => ({
    what: { en: `${construct}: ${said}`, fr: `${construct} : ${said}` },
    fix: {
      en: "Correct what this part was given, then run the same command again: nothing was written.",
      fr: "Corrigez ce que cette partie a reçu, puis relancez la même commande : rien n'a été écrit.",
    },
  }),
});
