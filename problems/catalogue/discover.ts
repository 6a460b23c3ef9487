import type { Localised } from "../language";
import { defineProblem } from "../problem";
import { oneOf, quoted, visible } from "../words";

/** Kinds of things that a target names and that its cloud must have. */
const KINDS = {
  externalNetwork: { en: "external network", fr: "réseau externe" },
  flavour: { en: "flavour", fr: "gabarit" },
  image: { en: "image", fr: "image" },
  volumeType: { en: "volume type", fr: "type de volume" },
} as const satisfies Record<string, Localised>;
export type NamedKind = keyof typeof KINDS;

export const cloudLacksName = defineProblem<{
  kind: NamedKind;
  received: string;
  known: readonly string[];
  suggestion?: string;
}>({
  code: "cloud-lacks-name",
  title: {
    en: "A target names something that its cloud does not have",
    fr: "Une cible nomme quelque chose que son cloud n'a pas",
  },
  example: { kind: "flavour", received: "c2-r5", known: ["c2-r4", "c4-r8"], suggestion: "c2-r4" },
  tell: ({ kind, received, known, suggestion }) => ({
    what: {
      en: `The cloud shows no ${KINDS[kind].en} ${quoted(received).en}.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `Le cloud ne montre ${kind === "image" ? "aucune" : "aucun"} ${KINDS[kind].fr} ${quoted(received).fr}.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    accepted: known.length > 0 ? oneOf(known) : { en: "Nothing: it shows none.", fr: "Rien : il n'en montre aucun." },
    fix: suggestion
      ? { en: `Write \`${suggestion}\`.`, fr: `Écrivez \`${suggestion}\`.` }
      : {
          en: "Use one of these names, or ask who runs the cloud to show it to your project.",
          fr: "Employez un de ces noms, ou demandez à qui exploite le cloud de le montrer à votre projet.",
        },
  }),
});

export const cloudLacksZones = defineProblem<{ service: "compute" | "volume" }>({
  code: "cloud-lacks-zones",
  title: {
    en: "No availability zone of a cloud is up",
    fr: "Aucune zone de disponibilité d'un cloud n'est en service",
  },
  example: { service: "volume" },
  tell: ({ service }) => ({
    what: {
      en: `The cloud shows no zone that is up for ${service === "compute" ? "hosts" : "volumes"}: none could be made now.`,
      fr: `Le cloud ne montre aucune zone en service pour les ${service === "compute" ? "machines" : "volumes"} : rien n'y pourrait être créé maintenant.`,
    },
    fix: {
      en: "Ask who runs the cloud, then run the same command again.",
      fr: "Demandez à qui exploite le cloud, puis relancez la même commande.",
    },
  }),
});

export const cloudNameAmbiguous = defineProblem<{ received: string; ids: readonly string[]; target: string }>({
  code: "cloud-name-ambiguous",
  title: {
    en: "Several external networks have the name that a target gives",
    fr: "Plusieurs réseaux externes ont le nom que donne une cible",
  },
  example: { received: "public", ids: ["3f0a5c1e", "9a552f3a"], target: "dc-aunis" },
  tell: ({ received, ids, target }) => ({
    what: {
      en: `The cloud has ${ids.length} external networks named ${quoted(received).en}.`,
      fr: `Le cloud a ${ids.length} réseaux externes nommés ${quoted(received).fr}.`,
    },
    accepted: oneOf(ids),
    fix: {
      en: `Write the id that is meant into facts/${target}.yaml, under \`externalNetworks\`: it is kept from then on.`,
      fr: `Écrivez l'identifiant voulu dans facts/${target}.yaml, sous \`externalNetworks\` : il est gardé ensuite.`,
    },
  }),
});

export const pinnedImageGone = defineProblem<{ image: string; id: string; target: string; newest?: string }>({
  code: "pinned-image-gone",
  title: { en: "The cloud no longer has an image of the facts", fr: "Le cloud n'a plus une image du relevé" },
  example: { image: "debian-13", id: "3f0a5c1e", target: "dc-aunis", newest: "9a552f3a" },
  tell: ({ image, id, target, newest }) => ({
    what: {
      en: `The image ${quoted(image).en} of facts/${target}.yaml (${id}) is no longer in the cloud, or no longer usable.`,
      fr: `L'image ${quoted(image).fr} de facts/${target}.yaml (${id}) n'est plus dans le cloud, ou n'est plus utilisable.`,
    },
    fix: newest
      ? {
          en: `Take the newest one of that name (${newest}); hosts that exist are not touched:\n./beffroi discover ${target} --renew-images`,
          fr: `Prenez la plus récente de ce nom (${newest}) ; les machines qui existent ne sont pas touchées :\n./beffroi discover ${target} --renew-images`,
        }
      : {
          en: `Name another image in targets/${target}.yaml, or put this one back.`,
          fr: `Nommez une autre image dans targets/${target}.yaml, ou remettez celle-ci.`,
        },
  }),
});

export const typeNotEncrypted = defineProblem<{ received: string; known: readonly string[] }>({
  code: "volume-type-not-encrypted",
  title: {
    en: "A volume type that a target calls encrypted is not",
    fr: "Un type de volume que la cible dit chiffré ne l'est pas",
  },
  example: { received: "standard", known: ["luks"] },
  tell: ({ received, known }) => ({
    what: {
      en: `The cloud says that volumes of the type ${quoted(received).en} are not encrypted.`,
      fr: `Le cloud dit que les volumes du type ${quoted(received).fr} ne sont pas chiffrés.`,
    },
    accepted: known.length > 0 ? oneOf(known) : { en: "None of its types is.", fr: "Aucun de ses types ne l'est." },
    fix: {
      en: "Take it out of `volumes.encrypted`, or have its encryption set up by who runs the cloud.",
      fr: "Enlevez-le de `volumes.encrypted`, ou faites établir son chiffrement par qui exploite le cloud.",
    },
  }),
});

export const otherCloud = defineProblem<{
  target: string;
  key: "authUrl" | "region";
  expected: string;
  received: string;
  origin: Localised;
}>({
  code: "target-other-cloud",
  title: {
    en: "The credentials open another cloud than the target's",
    fr: "Les accès ouvrent un autre cloud que celui de la cible",
  },
  example: {
    target: "dc-aunis",
    key: "authUrl",
    expected: "https://keystone.dc-aunis.example:5000/v3",
    received: "https://auth.elsewhere.example/v3",
    origin: { en: "the OS_* variables", fr: "les variables OS_*" },
  },
  tell: ({ target, key, expected, received, origin }) => ({
    what: {
      en: `The target ${target} is ${key === "authUrl" ? "at" : "the region"} ${visible(expected)}; reading ${origin.en}, the credentials are for ${visible(received)}.`,
      fr: `La cible ${target} est ${key === "authUrl" ? "à" : "la région"} ${visible(expected)} ; en lisant ${origin.fr}, les accès sont pour ${visible(received)}.`,
    },
    fix: {
      en: `Use the credentials of this target (with OS_CLOUD, say), or correct \`${key}\` in targets/${target}.yaml.`,
      fr: `Employez les accès de cette cible (par OS_CLOUD, par exemple), ou corrigez \`${key}\` dans targets/${target}.yaml.`,
    },
  }),
});

export const projectMissing = defineProblem<{ origin: Localised }>({
  code: "cloud-project-missing",
  title: { en: "The credentials open no project", fr: "Les accès n'ouvrent aucun projet" },
  example: { origin: { en: "the OS_* variables", fr: "les variables OS_*" } },
  tell: ({ origin }) => ({
    what: {
      en: `Reading ${origin.en}, the credentials open a domain or the whole system, and no project: images, networks and limits belong to one.`,
      fr: `En lisant ${origin.fr}, les accès ouvrent un domaine ou tout le système, et aucun projet : images, réseaux et limites appartiennent à un projet.`,
    },
    fix: {
      en: "Use credentials of a project: OS_PROJECT_NAME, or `project_name` in clouds.yaml.",
      fr: "Employez les accès d'un projet : OS_PROJECT_NAME, ou `project_name` dans clouds.yaml.",
    },
  }),
});

export const factsNotWritable = defineProblem<{ file: string; reason: string }>({
  code: "facts-not-writable",
  title: { en: "The facts cannot be written", fr: "Le relevé ne peut pas être écrit" },
  example: { file: "/srv/syndicat/config/facts/dc-aunis.yaml", reason: "EACCES" },
  tell: ({ file, reason }) => ({
    what: {
      en: `${file} cannot be written (${reason}); what was there is as it was.`,
      fr: `${file} ne peut pas être écrit (${reason}) ; ce qui s'y trouvait est resté tel quel.`,
    },
    fix: {
      en: "Give yourself the right to write there, or make room.",
      fr: "Donnez-vous le droit d'y écrire, ou faites de la place.",
    },
  }),
});
