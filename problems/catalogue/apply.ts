import type { Localised } from "../language";
import { defineProblem } from "../problem";

/** What goes wrong when a plan meets the cloud: each says what was done, and in what state things are left. */

const NAMED = (target: string, stack: string, insee: string) =>
  [`${target}-${stack}-${insee}`, `${target}-${insee}`, `${target}-${stack}`, target].join(", ");

/** `why`: what the cloud is needed for. */
export const stackCredentialsMissing = defineProblem<{
  town: string;
  insee: string;
  stack: string;
  target: string;
  why: "apply" | "refresh";
  searched: readonly string[];
}>({
  code: "stack-credentials-missing",
  title: {
    en: "Nothing says how to enter the cloud of a town",
    fr: "Rien ne dit comment entrer dans le cloud d'une commune",
  },
  example: {
    town: "Rochefort",
    insee: "17299",
    stack: "hosting",
    target: "dc-aunis",
    why: "refresh",
    searched: ["/srv/syndicat", "/etc/openstack"],
  },
  tell: ({ town, insee, stack, target, why, searched }) => ({
    what: {
      en:
        why === "apply"
          ? `${town}: nothing says how to enter ${target}, and the cloud is about to be changed.`
          : `${town} exists already: to plan it again its resources are looked at in the cloud, and nothing says how to enter ${target}.`,
      fr:
        why === "apply"
          ? `${town} : rien ne dit comment entrer dans ${target}, et le cloud va être modifié.`
          : `${town} existe déjà : pour la planifier de nouveau il faut regarder ses ressources dans le cloud, et rien ne dit comment entrer dans ${target}.`,
    },
    accepted: {
      en: `One of these entries in a clouds.yaml (searched in: ${searched.join(", ")}), the first that is there: ${NAMED(target, stack, insee)}. Else OS_CLOUD, or the variables of an \`openrc.sh\`.`,
      fr: `Une de ces entrées dans un clouds.yaml (cherché dans : ${searched.join(", ")}), la première qui s'y trouve : ${NAMED(target, stack, insee)}. Sinon OS_CLOUD, ou les variables d'un \`openrc.sh\`.`,
    },
    fix: {
      en: "Horizon gives both files ready made: Project > API Access > Download OpenStack RC file.",
      fr: "Horizon donne les deux fichiers tout prêts : Projet > Accès API > Télécharger le fichier OpenStack RC.",
    },
  }),
});

export const planOutrun = defineProblem<{ town: string; insee: string }>({
  code: "apply-plan-outrun",
  title: { en: "A town has changed since its plan", fr: "Une commune a changé depuis son plan" },
  example: { town: "Rochefort", insee: "17299" },
  tell: ({ town, insee }) => ({
    what: {
      en: `${town}: something was applied, or its state was changed, after this plan was made: the plan is worth nothing any more. Nothing was changed.`,
      fr: `${town} : quelque chose a été appliqué, ou son état a été modifié, après ce plan : il ne vaut plus rien. Rien n'a été modifié.`,
    },
    fix: {
      en: `Plan again, and look at the new plan:\n./beffroi plan ${insee}`,
      fr: `Refaites le plan, et regardez le nouveau :\n./beffroi plan ${insee}`,
    },
  }),
});

function done(count: number, total: number): Localised {
  if (count === 0) return { en: "Nothing was done.", fr: "Rien n'a été fait." };
  if (count === 1)
    return {
      en: `1 of ${total} changes was done, and is in the state.`,
      fr: `1 changement sur ${total} a été fait, et est dans l'état.`,
    };
  return {
    en: `${count} of ${total} changes were done, and are in the state.`,
    fr: `${count} changements sur ${total} ont été faits, et sont dans l'état.`,
  };
}

/** What OpenTofu said is in its own words, in English: it is what an engineer searches for. */
export const applyFailed = defineProblem<{ town: string; command: string; count: number; total: number; said: string }>(
  {
    code: "apply-failed",
    title: { en: "OpenTofu could not finish", fr: "OpenTofu n'a pas pu terminer" },
    example: {
      town: "Rochefort",
      command: "./beffroi plan 17299",
      count: 12,
      total: 128,
      said: "Error creating openstack_compute_instance_v2: Quota exceeded for cores",
    },
    tell: ({ town, command, count, total, said }) => ({
      what: {
        en: `${town}: ${done(count, total).en} Then OpenTofu failed:\n${said}`,
        fr: `${town} : ${done(count, total).fr} Puis OpenTofu a échoué :\n${said}`,
      },
      fix: {
        en: `Mend what it says. What was made stays; go on from there with:\n${command}`,
        fr: `Corrigez ce qu'il dit. Ce qui a été créé reste ; continuez à partir de là avec :\n${command}`,
      },
    }),
  },
);

export const applyInterrupted = defineProblem<{
  town: string;
  insee: string;
  command: string;
  count: number;
  total: number;
}>({
  code: "apply-interrupted",
  title: { en: "The work was interrupted", fr: "Le travail a été interrompu" },
  example: { town: "Rochefort", insee: "17299", command: "./beffroi plan 17299", count: 12, total: 128 },
  tell: ({ town, insee, command, count, total }) => ({
    what: {
      en: `${town}: interrupted. ${done(count, total).en} OpenTofu let go of its lock. What was being made at that moment may exist without being in the state.`,
      fr: `${town} : interrompu. ${done(count, total).fr} OpenTofu a rendu son verrou. Ce qui était en train de se créer à cet instant peut exister sans être dans l'état.`,
    },
    fix: {
      en: `Look for what was half made, then go on from there:\n./beffroi drift ${insee}\n${command}`,
      fr: `Cherchez ce qui a été créé à moitié, puis continuez à partir de là :\n./beffroi drift ${insee}\n${command}`,
    },
  }),
});

export const stateNotWritten = defineProblem<{ town: string; file: string }>({
  code: "apply-state-not-written",
  title: {
    en: "The cloud was changed, and the state could not be written",
    fr: "Le cloud a été modifié, et l'état n'a pas pu être écrit",
  },
  example: { town: "Rochefort", file: "config/.beffroi/rescued/17299-hosting-2026-11-24T03:12:07.000Z.tfstate" },
  tell: ({ town, file }) => ({
    what: {
      en: `${town}: the cloud was changed, and OpenTofu could not write the state in its place. It is in ${file}: keep that file.`,
      fr: `${town} : le cloud a été modifié, et OpenTofu n'a pas pu écrire l'état à sa place. Il est dans ${file} : gardez ce fichier.`,
    },
    fix: {
      en: "Plan and apply nothing for this town before that state is back in its place. Free the disk or start the database again, then have an engineer push this file with `tofu state push`.",
      fr: "Ne planifiez et n'appliquez rien pour cette commune avant que cet état soit à sa place. Libérez le disque ou relancez la base, puis faites pousser ce fichier par un ingénieur avec `tofu state push`.",
    },
  }),
});

export const notConfirmed = defineProblem<{ town: string; insee: string; received: string }>({
  code: "apply-not-confirmed",
  title: { en: "The change was not confirmed", fr: "Le changement n'a pas été confirmé" },
  example: { town: "Rochefort", insee: "17299", received: "17300" },
  tell: ({ town, insee, received }) => ({
    what: {
      en: `${town}: "${received}" was typed, which is not its code. Nothing was changed.`,
      fr: `${town} : « ${received} » a été tapé, ce n'est pas son code. Rien n'a été modifié.`,
    },
    fix: {
      en: `Look at the plan again, and type ${insee}.`,
      fr: `Regardez de nouveau le plan, et tapez ${insee}.`,
    },
  }),
});

export const nobodyToAsk = defineProblem<{ command: string }>({
  code: "apply-nobody-to-ask",
  title: { en: "There is nobody to confirm the change", fr: "Il n'y a personne pour confirmer le changement" },
  example: { command: "./beffroi apply 17299 --yes" },
  tell: ({ command }) => ({
    what: {
      en: "Without a terminal nobody can be asked. Nothing was changed.",
      fr: "Sans terminal, personne ne peut être interrogé. Rien n'a été modifié.",
    },
    fix: {
      en: `Where somebody has approved the plan before (in a pipeline, say), tell so:\n${command}`,
      fr: `Là où quelqu'un a déjà approuvé le plan (dans une chaîne d'intégration par exemple), dites-le :\n${command}`,
    },
  }),
});
