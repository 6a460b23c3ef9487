import { defineProblem } from "../problem";

export const rangeInvalid = defineProblem<{ text: string }>({
  code: "range-invalid",
  title: { en: "A range of addresses is not one", fr: "Une plage d'adresses n'en est pas une" },
  tell: ({ text }) => ({
    what: {
      en: `"${text}" is not a range of addresses that OpenStack takes.`,
      fr: `« ${text} » n'est pas une plage d'adresses qu'OpenStack accepte.`,
    },
    accepted: {
      en: "the first address of the range, a slash and the length of its prefix: 192.0.2.0/24, 2001:db8::/32",
      fr: "la première adresse de la plage, une barre oblique et la longueur de son préfixe : 192.0.2.0/24, 2001:db8::/32",
    },
    fix: {
      en: "Write the range that way; for one single address, end with /32 (IPv4) or /128 (IPv6).",
      fr: "Écrivez la plage ainsi ; pour une seule adresse, finissez par /32 (IPv4) ou /128 (IPv6).",
    },
  }),
});

export const zoneRangeUnusable = defineProblem<{ zone: string; text: string }>({
  code: "zone-range-unusable",
  title: { en: "A network zone has a range that it cannot use", fr: "Une zone de réseau a une plage inutilisable" },
  tell: ({ zone, text }) => ({
    what: {
      en: `Zone "${zone}" has the range ${text}, which cannot number the hosts of a town.`,
      fr: `La zone « ${zone} » a la plage ${text}, qui ne peut pas numéroter les machines d'une commune.`,
    },
    accepted: {
      en: "a private IPv4 range (inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16) of at least 16 addresses (/28)",
      fr: "une plage IPv4 privée (dans 10.0.0.0/8, 172.16.0.0/12 ou 192.168.0.0/16) d'au moins 16 adresses (/28)",
    },
    fix: {
      en: "Give the town a block of private addresses that is large enough, in addresses.yaml.",
      fr: "Donnez à la commune un bloc d'adresses privées assez grand, dans addresses.yaml.",
    },
  }),
});

export const zoneRangesOverlap = defineProblem<{ zones: readonly [string, string]; texts: readonly [string, string] }>({
  code: "zone-ranges-overlap",
  title: { en: "Two network zones share addresses", fr: "Deux zones de réseau partagent des adresses" },
  tell: ({ zones: [one, other], texts: [left, right] }) => ({
    what: {
      en: `Zones "${one}" (${left}) and "${other}" (${right}) share addresses: a router cannot join them.`,
      fr: `Les zones « ${one} » (${left}) et « ${other} » (${right}) partagent des adresses : un routeur ne peut pas les relier.`,
    },
    fix: { en: "Give each zone a range of its own.", fr: "Donnez à chaque zone une plage à elle." },
  }),
});

export const resolverMissing = defineProblem<{ resolvers: readonly string[] }>({
  code: "resolver-missing",
  title: { en: "A town's network has no DNS server", fr: "Le réseau d'une commune n'a pas de serveur DNS" },
  tell: ({ resolvers }) => ({
    what: {
      en: `The network's ranges are IPv4, and no DNS server is (received: ${resolvers.join(", ") || "none"}).`,
      fr: `Les plages du réseau sont en IPv4, et aucun serveur DNS ne l'est (reçu : ${resolvers.join(", ") || "aucun"}).`,
    },
    accepted: {
      en: "at least one IPv4 address; Neutron refuses an IPv6 one for an IPv4 subnet",
      fr: "au moins une adresse IPv4 ; Neutron refuse une adresse IPv6 pour un sous-réseau IPv4",
    },
    fix: {
      en: "Add the IPv4 address of a DNS server to `resolvers` of the target.",
      fr: "Ajoutez l'adresse IPv4 d'un serveur DNS à `resolvers` de la cible.",
    },
  }),
});

export const portInvalid = defineProblem<{ flow: string; port: number }>({
  code: "port-invalid",
  title: { en: "A flow has a port that does not exist", fr: "Un flux a un port qui n'existe pas" },
  tell: ({ flow, port }) => ({
    what: { en: `Flow "${flow}" has port ${port}.`, fr: `Le flux « ${flow} » a le port ${port}.` },
    accepted: { en: "a whole number from 1 to 65535", fr: "un nombre entier de 1 à 65535" },
    fix: { en: "Write the port of the service.", fr: "Écrivez le port du service." },
  }),
});

export const flowsIdentical = defineProblem<{ flows: readonly [string, string]; what: string }>({
  code: "flows-identical",
  title: { en: "Two flows of a service are the same", fr: "Deux flux d'un service sont les mêmes" },
  tell: ({ flows: [one, other], what }) => ({
    what: {
      en: `Flows "${one}" and "${other}" are both ${what}: Neutron refuses the second one when it is applied.`,
      fr: `Les flux « ${one} » et « ${other} » sont tous deux ${what} : Neutron refuse le second à l'application.`,
    },
    fix: { en: "Remove one of the two.", fr: "Supprimez l'un des deux." },
  }),
});

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

export const serviceZoneMissing = defineProblem<{ service: string; zone: string; zones: readonly string[] }>({
  code: "service-zone-missing",
  title: { en: "A service stands in a zone that its town lacks", fr: "Un service se tient dans une zone absente" },
  tell: ({ service, zone, zones }) => ({
    what: {
      en: `Service "${service}" stands in zone "${zone}", which this town does not have.`,
      fr: `Le service « ${service} » se tient dans la zone « ${zone} », que cette commune n'a pas.`,
    },
    accepted: {
      en: `the zones of the town's size: ${zones.join(", ") || "none"}`,
      fr: `les zones de la taille de la commune : ${zones.join(", ") || "aucune"}`,
    },
    fix: {
      en: "Add the zone to `zones` of the size, or change `zone` of the service.",
      fr: "Ajoutez la zone à `zones` de la taille, ou changez `zone` du service.",
    },
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
