import { defineProblem } from "../problem";

export const hostNameInvalid = defineProblem<{ name: string }>({
  code: "host-name-invalid",
  title: { en: "A host has a name that DNS refuses", fr: "Une machine a un nom que le DNS refuse" },
  tell: ({ name }) => ({
    what: { en: `"${name}" cannot be the name of a host.`, fr: `« ${name} » ne peut pas être le nom d'une machine.` },
    accepted: {
      en: "1 to 63 lower-case letters without accents, digits and hyphens, a hyphen neither first nor last",
      fr: "1 à 63 lettres minuscules sans accents, chiffres et tirets, sans tiret au début ni à la fin",
    },
    fix: { en: "Rename the host.", fr: "Renommez la machine." },
  }),
});

export const packageNameInvalid = defineProblem<{ name: string }>({
  code: "package-name-invalid",
  title: { en: "A package has a name that Debian refuses", fr: "Un paquet a un nom que Debian refuse" },
  tell: ({ name }) => ({
    what: { en: `"${name}" cannot be a Debian package.`, fr: `« ${name} » ne peut pas être un paquet Debian.` },
    accepted: {
      en: "at least two lower-case letters, digits, and + - . after the first character",
      fr: "au moins deux lettres minuscules, chiffres, et + - . après le premier caractère",
    },
    fix: { en: "Write the name of the package alone.", fr: "Écrivez le nom du paquet seul." },
  }),
});

export const publicKeyInvalid = defineProblem<{ start: string }>({
  code: "public-key-invalid",
  title: { en: "An administrator's key is not a public SSH key", fr: "La clé d'un administrateur n'est pas publique" },
  tell: ({ start }) => ({
    what: {
      en: `The key that starts with "${start}" is not a public SSH key on one line.`,
      fr: `La clé qui commence par « ${start} » n'est pas une clé SSH publique sur une ligne.`,
    },
    accepted: {
      en: "one line of a file that ends with .pub: ssh-ed25519, ecdsa-sha2-..., sk-... or ssh-rsa, then the key",
      fr: "une ligne d'un fichier qui finit par .pub : ssh-ed25519, ecdsa-sha2-..., sk-... ou ssh-rsa, puis la clé",
    },
    fix: {
      en: "Give the public key. A private key that was written here has leaked: replace it.",
      fr: "Donnez la clé publique. Une clé privée écrite ici a fuité : remplacez-la.",
    },
  }),
});

export const userDataTooLong = defineProblem<{ host: string; bytes: number; limit: number }>({
  code: "user-data-too-long",
  title: { en: "A host has too much to set up at its first start", fr: "Une machine a trop à installer au démarrage" },
  tell: ({ host, bytes, limit }) => ({
    what: {
      en: `What ${host} sets up at its first start takes ${bytes} bytes; Nova takes ${limit} at most.`,
      fr: `Ce que ${host} installe à son premier démarrage occupe ${bytes} octets ; Nova en accepte ${limit} au plus.`,
    },
    fix: {
      en: "Give the service fewer packages: one that depends on the others, for instance.",
      fr: "Donnez moins de paquets au service : un seul qui dépend des autres, par exemple.",
    },
  }),
});
