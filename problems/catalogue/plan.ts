import type { Localised } from "../language";
import { defineProblem } from "../problem";
import { quoted, visible } from "../words";

const SHOW: Localised = {
  en: "Write the plan as JSON, then judge that file:\ntofu show -json plan.tfplan > plan.json",
  fr: "Écrivez le plan en JSON, puis faites juger ce fichier :\ntofu show -json plan.tfplan > plan.json",
};

const PLAN_JSON: Localised = {
  en: "The JSON of one plan, as `tofu show -json` or `terraform show -json` prints it.",
  fr: "Le JSON d'un plan, tel que `tofu show -json` ou `terraform show -json` l'affiche.",
};

const MAKE_AGAIN: Localised = {
  en: "Let OpenTofu or Terraform write the file again, and do not edit it:\ntofu show -json plan.tfplan > plan.json",
  fr: "Refaites écrire le fichier par OpenTofu ou Terraform, sans le modifier :\ntofu show -json plan.tfplan > plan.json",
};

interface File {
  /** Path as the operator named it; `-` for standard input. */
  readonly file: string;
}

export const planUnreadable = defineProblem<File & { reason: string }>({
  code: "plan-unreadable",
  title: { en: "The plan cannot be read", fr: "Le plan ne peut pas être lu" },
  example: { file: "plan.json", reason: "ENOENT" },
  tell: ({ file, reason }) => ({
    what: { en: `${file} cannot be read (${reason}).`, fr: `${file} ne peut pas être lu (${reason}).` },
    accepted: PLAN_JSON,
    fix: {
      en: "Check the path and the right to read it; `-` reads standard input.",
      fr: "Vérifiez le chemin et le droit de le lire ; `-` lit l'entrée standard.",
    },
  }),
});

export const planEmpty = defineProblem<File>({
  code: "plan-empty",
  title: { en: "The plan is empty", fr: "Le plan est vide" },
  example: { file: "plan.json" },
  tell: ({ file }) => ({
    what: {
      en: `${file} is empty: the command that should have written it probably failed.`,
      fr: `${file} est vide : la commande qui devait l'écrire a sans doute échoué.`,
    },
    accepted: PLAN_JSON,
    fix: SHOW,
  }),
});

export const planBinary = defineProblem<File>({
  code: "plan-binary",
  title: { en: "The plan is in OpenTofu's own format", fr: "Le plan est au format propre à OpenTofu" },
  example: { file: "plan.json" },
  tell: ({ file }) => ({
    what: {
      en: `${file} is a plan file as \`tofu plan -out\` writes it, encrypted or not: only OpenTofu reads that.`,
      fr: `${file} est un fichier de plan tel que \`tofu plan -out\` l'écrit, chiffré ou non : seul OpenTofu sait le lire.`,
    },
    accepted: PLAN_JSON,
    fix: SHOW,
  }),
});

export const planIsLog = defineProblem<File>({
  code: "plan-is-log",
  title: { en: "The file is the log of a plan", fr: "Le fichier est le journal d'un plan" },
  example: { file: "plan.json" },
  tell: ({ file }) => ({
    what: {
      en: `${file} is the log that \`tofu plan -json\` prints: it does not hold the plan itself.`,
      fr: `${file} est le journal qu'affiche \`tofu plan -json\` : il ne contient pas le plan lui-même.`,
    },
    accepted: PLAN_JSON,
    fix: {
      en: "Keep the plan, then write it as JSON:\ntofu plan -out=plan.tfplan && tofu show -json plan.tfplan > plan.json",
      fr: "Gardez le plan, puis écrivez-le en JSON :\ntofu plan -out=plan.tfplan && tofu show -json plan.tfplan > plan.json",
    },
  }),
});

export const planNotJson = defineProblem<File>({
  code: "plan-not-json",
  title: { en: "The plan is not JSON", fr: "Le plan n'est pas du JSON" },
  example: { file: "plan.json" },
  tell: ({ file }) => ({
    what: {
      en: `${file} is not JSON. A text in front of it is enough: OpenTofu prints there that its CLI configuration file does not exist.`,
      fr: `${file} n'est pas du JSON. Il suffit d'un texte devant : OpenTofu y écrit que son fichier de configuration n'existe pas.`,
    },
    accepted: PLAN_JSON,
    fix: SHOW,
  }),
});

export const planCutShort = defineProblem<File>({
  code: "plan-cut-short",
  title: { en: "The plan is cut short", fr: "Le plan est tronqué" },
  example: { file: "plan.json" },
  tell: ({ file }) => ({
    what: {
      en: `${file} stops in the middle: the disk was full, or the command that wrote it was interrupted.`,
      fr: `${file} s'arrête au milieu : le disque était plein, ou la commande qui l'écrivait a été interrompue.`,
    },
    accepted: PLAN_JSON,
    fix: MAKE_AGAIN,
  }),
});

export const planIsState = defineProblem<File>({
  code: "plan-is-state",
  title: { en: "The file is a state", fr: "Le fichier est un état" },
  example: { file: "plan.json" },
  tell: ({ file }) => ({
    what: {
      en: `${file} is a state (what exists), not a plan (what would change).`,
      fr: `${file} est un état (ce qui existe), pas un plan (ce qui changerait).`,
    },
    accepted: PLAN_JSON,
    fix: {
      en: "Make a plan, then write it as JSON:\ntofu plan -out=plan.tfplan && tofu show -json plan.tfplan > plan.json",
      fr: "Faites un plan, puis écrivez-le en JSON :\ntofu plan -out=plan.tfplan && tofu show -json plan.tfplan > plan.json",
    },
  }),
});

export const planMalformed = defineProblem<File & { where: string; expected: Localised }>({
  code: "plan-malformed",
  title: { en: "The file does not have the shape of a plan", fr: "Le fichier n'a pas la forme d'un plan" },
  example: {
    file: "plan.json",
    where: "resource_changes.3.address",
    expected: { en: "a text", fr: "un texte" },
  },
  tell: ({ file, where, expected }) => ({
    what: {
      en: `${file} does not have the shape of a plan: \`${visible(where)}\` should be ${expected.en}.`,
      fr: `${file} n'a pas la forme d'un plan : \`${visible(where)}\` devrait être ${expected.fr}.`,
    },
    accepted: PLAN_JSON,
    fix: MAKE_AGAIN,
  }),
});

export const planFormatUnknown = defineProblem<File & { received: string }>({
  code: "plan-format-unknown",
  title: { en: "The format of the plan is not known", fr: "Le format du plan n'est pas connu" },
  example: { file: "plan.json", received: "0.2" },
  tell: ({ file, received }) => ({
    what: {
      en: `${file} is a plan in format ${quoted(received).en}.`,
      fr: `${file} est un plan au format ${quoted(received).fr}.`,
    },
    accepted: {
      en: "Formats 1.0 and later in 1.x: OpenTofu, and Terraform from 1.1.",
      fr: "Les formats 1.0 et suivants en 1.x : OpenTofu, et Terraform à partir de 1.1.",
    },
    fix: {
      en: "Make the plan with OpenTofu, or update Beffroi if the format is newer.",
      fr: "Faites le plan avec OpenTofu, ou mettez Beffroi à jour si le format est plus récent.",
    },
  }),
});

export const planActionUnknown = defineProblem<File & { address: string; received: string }>({
  code: "plan-action-unknown",
  title: { en: "The plan does something that is not known", fr: "Le plan fait quelque chose d'inconnu" },
  example: { file: "plan.json", address: "openstack_networking_port_v2.web", received: "renew" },
  tell: ({ file, address, received }) => ({
    what: {
      en: `${file} plans the action ${quoted(received).en} on ${visible(address)}: it cannot be judged.`,
      fr: `${file} prévoit l'action ${quoted(received).fr} sur ${visible(address)} : elle ne peut pas être jugée.`,
    },
    accepted: {
      en: "no-op, create, read, update, delete, forget.",
      fr: "no-op, create, read, update, delete, forget.",
    },
    fix: { en: "Update Beffroi.", fr: "Mettez Beffroi à jour." },
  }),
});

export const planErrored = defineProblem<File>({
  code: "plan-errored",
  title: { en: "The plan is unfinished", fr: "Le plan est inachevé" },
  example: { file: "plan.json" },
  tell: ({ file }) => ({
    what: {
      en: `${file} is the plan of a run that failed: it holds only a part of the changes.`,
      fr: `${file} est le plan d'une exécution qui a échoué : il ne contient qu'une partie des changements.`,
    },
    accepted: PLAN_JSON,
    fix: {
      en: "Mend what OpenTofu said while planning, then make the plan again.",
      fr: "Corrigez ce qu'OpenTofu a dit pendant le plan, puis refaites-le.",
    },
  }),
});

export const planRepeatsKey = defineProblem<File & { key: string }>({
  code: "plan-repeats-key",
  title: { en: "The plan gives one key twice", fr: "Le plan donne deux fois la même clé" },
  example: { file: "plan.json", key: "remote_ip_prefix" },
  tell: ({ file, key }) => ({
    what: {
      en: `${file} gives the key ${quoted(key).en} twice in one object, so that two readers may see two plans. OpenTofu never writes that.`,
      fr: `${file} donne deux fois la clé ${quoted(key).fr} dans un objet : deux lecteurs pourraient y voir deux plans. OpenTofu n'écrit jamais cela.`,
    },
    accepted: PLAN_JSON,
    fix: MAKE_AGAIN,
  }),
});

export const planNumberTooLarge = defineProblem<File & { where: string }>({
  code: "plan-number-too-large",
  title: { en: "The plan holds a number that is too large", fr: "Le plan contient un nombre trop grand" },
  example: { file: "plan.json", where: "resource_changes.0.change.after.size" },
  tell: ({ file, where }) => ({
    what: {
      en: `${file} holds a number beyond 2^53 at \`${visible(where)}\`: readers of JSON do not agree on it.`,
      fr: `${file} contient un nombre au-delà de 2^53 à \`${visible(where)}\` : les lecteurs de JSON ne s'accordent pas dessus.`,
    },
    fix: {
      en: "Correct that value in the configuration, then make the plan again.",
      fr: "Corrigez cette valeur dans la configuration, puis refaites le plan.",
    },
  }),
});

export const planTooDeep = defineProblem<File & { deepest: number }>({
  code: "plan-too-deep",
  title: { en: "The plan is nested too deep", fr: "Le plan est imbriqué trop profondément" },
  example: { file: "plan.json", deepest: 200 },
  tell: ({ file, deepest }) => ({
    what: {
      en: `${file} nests values more than ${deepest} deep: no plan does.`,
      fr: `${file} imbrique des valeurs sur plus de ${deepest} niveaux : aucun plan ne le fait.`,
    },
    accepted: PLAN_JSON,
    fix: MAKE_AGAIN,
  }),
});

export const planTooLarge = defineProblem<File & { bytes: number; largest: number }>({
  code: "plan-too-large",
  title: { en: "The plan is too large", fr: "Le plan est trop gros" },
  example: { file: "plan.json", bytes: 700_000_000, largest: 500_000_000 },
  tell: ({ file, bytes, largest }) => ({
    what: {
      en: `${file} weighs ${Math.round(bytes / 1e6)} MB.`,
      fr: `${file} pèse ${Math.round(bytes / 1e6)} Mo.`,
    },
    accepted: {
      en: `Plans up to ${largest / 1e6} MB, about 100,000 resources.`,
      fr: `Des plans jusqu'à ${largest / 1e6} Mo, environ 100 000 ressources.`,
    },
    fix: {
      en: "Split the configuration into several states, and judge each plan.",
      fr: "Découpez la configuration en plusieurs états, et faites juger chaque plan.",
    },
  }),
});
