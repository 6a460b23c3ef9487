import type { Localised } from "../language";
import { defineProblem } from "../problem";
import { oneOf, quoted } from "../words";

export interface UnknownName {
  readonly received: string;
  readonly known: readonly string[];
  readonly suggestion?: string;
}

/** A name that must be found in another file: `where` says which file, or which key of which file. */
interface Reference<Details extends UnknownName> {
  readonly code: string;
  readonly title: Localised;
  readonly example: Details;
  where(details: Details): Localised;
}

function defineReference<Details extends UnknownName>({ code, title, example, where }: Reference<Details>) {
  return defineProblem<Details>({
    code,
    title,
    example,
    tell: (details) => {
      const { received, known, suggestion } = details;
      const place = where(details);
      const some = known.length > 0;
      return {
        what: {
          en: `${quoted(received).en} is not ${place.en}.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
          fr: `${quoted(received).fr} n'est pas ${place.fr}.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
        },
        accepted: some ? oneOf(known) : { en: "Nothing yet: there is none.", fr: "Rien encore : il n'y en a aucun." },
        fix: suggestion
          ? { en: `Write \`${suggestion}\`.`, fr: `Écrivez \`${suggestion}\`.` }
          : some
            ? {
                en: "Use one of these names, or add this one there.",
                fr: "Employez un de ces noms, ou ajoutez-y celui-ci.",
              }
            : { en: "Add it there first.", fr: "Ajoutez-le d'abord à cet endroit." },
      };
    },
  });
}

export const unknownTarget = defineReference<UnknownName>({
  code: "unknown-target",
  title: { en: "A target that does not exist is named", fr: "Une cible qui n'existe pas est nommée" },
  example: { received: "dc-auni", known: ["dc-aunis"], suggestion: "dc-aunis" },
  where: () => ({ en: "a file of targets/", fr: "un fichier de targets/" }),
});

export const unknownService = defineReference<UnknownName>({
  code: "unknown-service",
  title: { en: "A service that does not exist is named", fr: "Un service qui n'existe pas est nommé" },
  example: { received: "etatcivil", known: ["etat-civil", "site-web"], suggestion: "etat-civil" },
  where: () => ({ en: "a file of services/", fr: "un fichier de services/" }),
});

type OfTarget = UnknownName & { readonly target: string };

/** A name that the facts of a target must hold, under `key`. */
function defineFact(code: string, key: string, title: Localised, example: OfTarget) {
  return defineReference<OfTarget>({
    code,
    title,
    example,
    where: ({ target }) => ({
      en: `in \`${key}\` of facts/${target}.yaml`,
      fr: `dans \`${key}\` de facts/${target}.yaml`,
    }),
  });
}

export const unknownExternalNetwork = defineFact(
  "unknown-external-network",
  "externalNetworks",
  { en: "An external network that was not found is named", fr: "Un réseau externe qui n'a pas été relevé est nommé" },
  { received: "publc", known: ["public"], suggestion: "public", target: "dc-aunis" },
);

export const unknownFlavour = defineFact(
  "unknown-flavour",
  "flavours",
  { en: "A flavour that was not found is named", fr: "Un gabarit qui n'a pas été relevé est nommé" },
  { received: "c2-r5", known: ["c2-r4", "c4-r8"], suggestion: "c2-r4", target: "dc-aunis" },
);

export const unknownImage = defineFact(
  "unknown-image",
  "images",
  { en: "An image that was not found is named", fr: "Une image qui n'a pas été relevée est nommée" },
  { received: "debian-12", known: ["debian-13"], suggestion: "debian-13", target: "dc-aunis" },
);

export const unknownVolumeType = defineFact(
  "unknown-volume-type",
  "volumeTypes",
  { en: "A volume type that was not found is named", fr: "Un type de volume qui n'a pas été relevé est nommé" },
  { received: "lucks", known: ["luks", "standard"], suggestion: "luks", target: "dc-aunis" },
);

export const encryptionContradicted = defineProblem<{
  received: string;
  encrypted: readonly string[];
  target: string;
}>({
  code: "encryption-contradicted",
  title: {
    en: "A volume type is said to be encrypted, and the cloud says that it is not",
    fr: "Un type de volume est dit chiffré, et le cloud dit qu'il ne l'est pas",
  },
  example: { received: "standard", encrypted: ["luks"], target: "dc-aunis" },
  tell: ({ received, encrypted, target }) => ({
    what: {
      en: `facts/${target}.yaml does not count ${quoted(received).en} among the encrypted volume types of the cloud.`,
      fr: `facts/${target}.yaml ne compte pas ${quoted(received).fr} parmi les types de volume chiffrés du cloud.`,
    },
    accepted:
      encrypted.length > 0
        ? oneOf(encrypted)
        : { en: "None: the cloud encrypts none.", fr: "Aucun : le cloud n'en chiffre aucun." },
    fix: {
      en: "Name the types that the cloud really encrypts: a gate trusts this list.",
      fr: "Nommez les types que le cloud chiffre vraiment : un contrôle se fie à cette liste.",
    },
  }),
});

export const unknownServiceImage = defineReference<OfTarget>({
  code: "unknown-service-image",
  title: {
    en: "A service asks for an image that its target does not name",
    fr: "Un service demande une image que sa cible ne nomme pas",
  },
  example: { received: "debain", known: ["debian"], suggestion: "debian", target: "dc-aunis" },
  where: ({ target }) => ({
    en: `a key of \`images\` in targets/${target}.yaml, which hosts this service`,
    fr: `une clé de \`images\` dans targets/${target}.yaml, qui héberge ce service`,
  }),
});

export const factsMissing = defineProblem<{ target: string }>({
  code: "facts-missing",
  title: { en: "Nothing was discovered on a target", fr: "Rien n'a été relevé sur une cible" },
  example: { target: "dc-aunis" },
  tell: ({ target }) => ({
    what: {
      en: `The target ${target} has no file facts/${target}.yaml: planning needs the ids of its images, flavours and networks.`,
      fr: `La cible ${target} n'a pas de fichier facts/${target}.yaml : il faut les identifiants de ses images, gabarits et réseaux pour planifier.`,
    },
    fix: {
      en: `Have them found, with credentials of the target, and commit the file:\n./beffroi discover ${target}`,
      fr: `Faites-les relever, avec un accès à la cible, et validez le fichier dans git :\n./beffroi discover ${target}`,
    },
  }),
});

export const serviceNotHosted = defineProblem<{ received: string; hosted: readonly string[]; suggestion?: string }>({
  code: "service-not-hosted",
  title: { en: "A town settles a service that it does not have", fr: "Une commune règle un service qu'elle n'a pas" },
  example: { received: "ged", hosted: ["etat-civil", "site-web"] },
  tell: ({ received, hosted, suggestion }) => ({
    what: {
      en: `${quoted(received).en} is not among the \`services\` of this town.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `${quoted(received).fr} n'est pas parmi les \`services\` de cette commune.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    accepted: oneOf(hosted),
    fix: suggestion
      ? { en: `Write \`${suggestion}\`.`, fr: `Écrivez \`${suggestion}\`.` }
      : {
          en: "Add it to `services`, or remove what is said about it.",
          fr: "Ajoutez-le à `services`, ou enlevez ce qui est dit de lui.",
        },
  }),
});

export const zoneMissing = defineProblem<{ zone: string; size: string; zones: readonly string[]; service?: string }>({
  code: "zone-missing",
  title: {
    en: "A town lacks the zone that something stands in",
    fr: "Il manque à une commune la zone où se tient quelque chose",
  },
  example: { zone: "data", size: "XS", zones: ["entry", "apps"], service: "archives" },
  tell: ({ zone, size, zones, service }) => ({
    what: service
      ? {
          en: `The service ${service} stands in the zone "${zone}", which towns of size ${size} do not have.`,
          fr: `Le service ${service} se tient dans la zone « ${zone} », que les communes de taille ${size} n'ont pas.`,
        }
      : {
          en: `The zone "${zone}" does not exist in towns of size ${size}: nobody could enter from there.`,
          fr: `La zone « ${zone} » n'existe pas dans les communes de taille ${size} : personne ne pourrait entrer de là.`,
        },
    accepted: oneOf(zones),
    fix: service
      ? {
          en: `Remove the service, or add \`${zone}\` to \`zones\` in sizes/${size}.yaml.`,
          fr: `Enlevez le service, ou ajoutez \`${zone}\` à \`zones\` dans sizes/${size}.yaml.`,
        }
      : {
          en: `Use another zone, or add this one to \`zones\` in sizes/${size}.yaml.`,
          fr: `Employez une autre zone, ou ajoutez celle-ci à \`zones\` dans sizes/${size}.yaml.`,
        },
  }),
});

export const sizesNotContiguous = defineProblem<{
  size: string;
  key: "from" | "below";
  received?: number;
  expected?: number;
  neighbour?: string;
}>({
  code: "sizes-not-contiguous",
  title: { en: "Size classes leave a hole or overlap", fr: "Les classes de taille laissent un trou ou se recouvrent" },
  example: { size: "S", key: "from", received: 400, expected: 500, neighbour: "XS" },
  tell: ({ size, key, received, expected, neighbour }) => {
    const why =
      expected === undefined
        ? { en: "it is the largest class", fr: "c'est la plus grande classe" }
        : neighbour === undefined
          ? { en: "it is the smallest class", fr: "c'est la plus petite classe" }
          : {
              en: `${neighbour} ${key === "from" ? "ends" : "starts"} there`,
              fr: `${neighbour} ${key === "from" ? "finit" : "commence"} là`,
            };
    return {
      what: {
        en: `The class ${size} has \`${key}\` ${received ?? "missing"}: some towns would be in no class, or in two.`,
        fr: `La classe ${size} a \`${key}\` ${received ?? "absent"} : des communes ne seraient dans aucune classe, ou dans deux.`,
      },
      accepted: {
        en: expected === undefined ? `No \`below\`: ${why.en}.` : `${expected}: ${why.en}.`,
        fr: expected === undefined ? `Pas de \`below\` : ${why.fr}.` : `${expected} : ${why.fr}.`,
      },
      fix:
        expected === undefined
          ? { en: "Remove `below`.", fr: "Enlevez `below`." }
          : { en: `Write \`${key}: ${expected}\`.`, fr: `Écrivez \`${key}: ${expected}\`.` },
    };
  },
});

export const datesReversed = defineProblem<{ from: string; to: string }>({
  code: "dates-reversed",
  title: { en: "A period ends before it starts", fr: "Une période finit avant de commencer" },
  example: { from: "2026-05-01", to: "2025-05-01" },
  tell: ({ from, to }) => ({
    what: {
      en: `The period ends on ${to}, before its start on ${from}.`,
      fr: `La période finit le ${to}, avant son début le ${from}.`,
    },
    accepted: { en: `A day from ${from} on.`, fr: `Un jour à partir du ${from}.` },
    fix: { en: "Correct one of the two dates.", fr: "Corrigez l'une des deux dates." },
  }),
});
