import { defineProblem } from "../problem";

/** What OpenTofu said is in its own words, in English: it is what an engineer searches for. */
export const tofuFailed = defineProblem<{ command: string; said: string }>({
  code: "tofu-failed",
  title: { en: "OpenTofu failed", fr: "OpenTofu a échoué" },
  tell: ({ command, said }) => ({
    what: {
      en: `\`tofu ${command}\` failed:\n${said}`,
      fr: `\`tofu ${command}\` a échoué :\n${said}`,
    },
    fix: {
      en: "Mend what OpenTofu says, then run the same command again: nothing was changed.",
      fr: "Corrigez ce que dit OpenTofu, puis relancez la même commande : rien n'a été modifié.",
    },
  }),
});

export const folderNotWritable = defineProblem<{ folder: string; reason: string }>({
  code: "folder-not-writable",
  title: { en: "A folder cannot be written", fr: "Un dossier ne peut pas être écrit" },
  tell: ({ folder, reason }) => ({
    what: {
      en: `${folder} cannot be written (${reason}): the plan has nowhere to go.`,
      fr: `${folder} ne peut pas être écrit (${reason}) : le plan n'a pas où aller.`,
    },
    fix: {
      en: "Free some space or give yourself the right to write there, or name another folder with --work.",
      fr: "Libérez de la place ou donnez-vous le droit d'y écrire, ou indiquez un autre dossier avec --work.",
    },
  }),
});
