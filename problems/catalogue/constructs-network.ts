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
