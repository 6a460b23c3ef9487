import type { Localised } from "../language";
import { defineProblem } from "../problem";
import { oneOf, quoted } from "../words";

export const cloudUnreachable = defineProblem<{ host: string; reason: string; tries: number }>({
  code: "cloud-unreachable",
  title: { en: "The cloud does not answer", fr: "Le cloud ne répond pas" },
  example: { host: "keystone.dc-aunis.example:5000", reason: "ECONNREFUSED", tries: 1 },
  tell: ({ host, reason, tries }) => ({
    what: {
      en: `${host} does not answer (${reason}${tries > 1 ? `, tried ${tries} times` : ""}).`,
      fr: `${host} ne répond pas (${reason}${tries > 1 ? `, essayé ${tries} fois` : ""}).`,
    },
    fix: {
      en: "Check the address in the credentials, the network, the VPN and the firewall; then run the same command again: nothing was changed.",
      fr: "Vérifiez l'adresse dans les accès, le réseau, le VPN et le pare-feu ; puis relancez la même commande : rien n'a été modifié.",
    },
  }),
});

export const certificateRefused = defineProblem<{ host: string; reason: string }>({
  code: "cloud-certificate-refused",
  title: {
    en: "The cloud's certificate is not to be trusted",
    fr: "Le certificat du cloud n'est pas digne de confiance",
  },
  example: { host: "keystone.dc-aunis.example:5000", reason: "SELF_SIGNED_CERT_IN_CHAIN" },
  tell: ({ host, reason }) => ({
    what: {
      en: `The certificate of ${host} was refused (${reason}); no password was sent.`,
      fr: `Le certificat de ${host} a été refusé (${reason}) ; aucun mot de passe n'a été envoyé.`,
    },
    fix: {
      en: "When the cloud's certificates are signed by an authority of your own, name its file: `cacert` in clouds.yaml, or\nexport OS_CACERT=/etc/ssl/certs/my-authority.pem",
      fr: "Si les certificats du cloud sont signés par votre propre autorité, indiquez son fichier : `cacert` dans clouds.yaml, ou\nexport OS_CACERT=/etc/ssl/certs/mon-autorite.pem",
    },
  }),
});

export const credentialsRefused = defineProblem<{ host: string; origin: Localised; said: string }>({
  code: "cloud-credentials-refused",
  title: { en: "The cloud refuses the credentials", fr: "Le cloud refuse les accès" },
  example: {
    host: "keystone.dc-aunis.example:5000",
    origin: { en: "the OS_* variables", fr: "les variables OS_*" },
    said: "The request you have made requires authentication.",
  },
  tell: ({ host, origin, said }) => ({
    what: {
      en: `${host} refuses ${origin.en}. It said: ${said}`,
      fr: `${host} refuse ${origin.fr}. Il a dit : ${said}`,
    },
    fix: {
      en: "Check the user, the password, the project and their domains; an application credential or a token may have expired.",
      fr: "Vérifiez l'utilisateur, le mot de passe, le projet et leurs domaines ; un identifiant d'application ou un jeton a pu expirer.",
    },
  }),
});

export const regionUnknown = defineProblem<{ received: string; known: readonly string[]; suggestion?: string }>({
  code: "cloud-region-unknown",
  title: { en: "The cloud has no such region", fr: "Le cloud n'a pas cette région" },
  example: { received: "GRA", known: ["GRA9", "GRA11", "SBG5"], suggestion: "GRA9" },
  tell: ({ received, known, suggestion }) => ({
    what: {
      en: `The cloud has no region ${quoted(received).en}.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `Le cloud n'a pas de région ${quoted(received).fr}.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    accepted:
      known.length > 0 ? oneOf(known) : { en: "None: its catalogue is empty.", fr: "Aucune : son catalogue est vide." },
    fix: {
      en: "Correct `region` in the target's file, and `region_name` or OS_REGION_NAME in the credentials.",
      fr: "Corrigez `region` dans le fichier de la cible, et `region_name` ou OS_REGION_NAME dans les accès.",
    },
  }),
});

export const regionNotChosen = defineProblem<{ known: readonly string[] }>({
  code: "cloud-region-not-chosen",
  title: {
    en: "The cloud has several regions, and none is named",
    fr: "Le cloud a plusieurs régions, aucune n'est nommée",
  },
  example: { known: ["GRA11", "SBG5"] },
  tell: ({ known }) => ({
    what: {
      en: `The cloud has ${known.length} regions, and nothing says which one is meant.`,
      fr: `Le cloud a ${known.length} régions, et rien ne dit laquelle est visée.`,
    },
    accepted: oneOf(known),
    fix: {
      en: `Name it: \`region_name\` in clouds.yaml, or\nexport OS_REGION_NAME=${known[0]}`,
      fr: `Nommez-la : \`region_name\` dans clouds.yaml, ou\nexport OS_REGION_NAME=${known[0]}`,
    },
  }),
});

export const serviceAbsent = defineProblem<{
  service: Localised;
  types: readonly string[];
  region: string;
  interface: string;
}>({
  code: "cloud-service-absent",
  title: { en: "The cloud lacks a service", fr: "Il manque un service au cloud" },
  example: {
    service: { en: "networks (Neutron)", fr: "les réseaux (Neutron)" },
    types: ["network"],
    region: "RegionOne",
    interface: "public",
  },
  tell: ({ service, types, region, interface: face }) => ({
    what: {
      en: `The catalogue has no ${face} address for ${service.en} in the region ${region} (${types.join(", ")}).`,
      fr: `Le catalogue n'a pas d'adresse ${face} pour ${service.fr} dans la région ${region} (${types.join(", ")}).`,
    },
    fix: {
      en: "Check the region and the interface of the credentials; else ask who runs the cloud to add the service to the catalogue.",
      fr: "Vérifiez la région et l'interface des accès ; sinon demandez à qui exploite le cloud d'ajouter le service au catalogue.",
    },
  }),
});

export const cloudForbidden = defineProblem<{ action: string; said: string; who: string }>({
  code: "cloud-forbidden",
  title: { en: "The cloud forbids something to these credentials", fr: "Le cloud interdit quelque chose à ces accès" },
  example: {
    action: "GET https://neutron.dc-aunis.example/v2.0/networks",
    said: "Policy doesn't allow get_networks to be performed.",
    who: "beffroi (roles: reader)",
  },
  tell: ({ action, said, who }) => ({
    what: {
      en: `${who} may not do this: ${action}. The cloud said: ${said}`,
      fr: `${who} n'a pas le droit de faire ceci : ${action}. Le cloud a dit : ${said}`,
    },
    fix: {
      en: "Use credentials with a role that may (`reader` reads, `member` makes), or ask who runs the cloud for it.",
      fr: "Employez des accès dont le rôle le permet (`reader` lit, `member` crée), ou demandez-le à qui exploite le cloud.",
    },
  }),
});

export const answerUnexpected = defineProblem<{ action: string; said: Localised }>({
  code: "cloud-answer-unexpected",
  title: { en: "The cloud answers something unexpected", fr: "Le cloud répond quelque chose d'inattendu" },
  example: {
    action: "GET https://nova.dc-aunis.example/v2.1/flavors/detail",
    said: { en: "status 503, five times", fr: "statut 503, cinq fois" },
  },
  tell: ({ action, said }) => ({
    what: {
      en: `${action}: ${said.en}.`,
      fr: `${action} : ${said.fr}.`,
    },
    fix: {
      en: "Run the same command again in a while; if it lasts, show this message to who runs the cloud.",
      fr: "Relancez la même commande un peu plus tard ; si cela dure, montrez ce message à qui exploite le cloud.",
    },
  }),
});
