import { defineProblem } from "../problem";

export const sizeInvalid = defineProblem<{ what: string; size: number }>({
  code: "size-invalid",
  title: { en: "A size is not a number of GiB", fr: "Une taille n'est pas un nombre de Gio" },
  tell: ({ what, size }) => ({
    what: { en: `${what} has the size ${size}.`, fr: `${what} a la taille ${size}.` },
    accepted: { en: "a whole number of GiB, at least 1", fr: "un nombre entier de Gio, au moins 1" },
    fix: { en: "Write the size in GiB.", fr: "Écrivez la taille en Gio." },
  }),
});

export const volumeTypeMissing = defineProblem<{ volume: string }>({
  code: "volume-type-missing",
  title: { en: "A volume has no type", fr: "Un volume n'a pas de type" },
  tell: ({ volume }) => ({
    what: {
      en: `Volume ${volume} has no type: it would get the cloud's default one, which may not be encrypted.`,
      fr: `Le volume ${volume} n'a pas de type : il recevrait celui par défaut du nuage, peut-être non chiffré.`,
    },
    fix: {
      en: "Name an encrypted volume type: `volumes.type` of the target.",
      fr: "Nommez un type de volume chiffré : `volumes.type` de la cible.",
    },
  }),
});

export const containerNameInvalid = defineProblem<{ name: string }>({
  code: "container-name-invalid",
  title: { en: "A container has a name that Swift or S3 refuses", fr: "Un conteneur a un nom que Swift ou S3 refuse" },
  tell: ({ name }) => ({
    what: {
      en: `"${name}" cannot be the name of a container.`,
      fr: `« ${name} » ne peut pas être le nom d'un conteneur.`,
    },
    accepted: {
      en: "3 to 63 lower-case letters without accents, digits and hyphens, a hyphen neither first nor last",
      fr: "3 à 63 lettres minuscules sans accents, chiffres et tirets, sans tiret au début ni à la fin",
    },
    fix: { en: "Rename the container.", fr: "Renommez le conteneur." },
  }),
});
