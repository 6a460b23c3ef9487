import { defineProblem } from "../problem";
import { oneOf, quoted } from "../words";

export const folderMissing = defineProblem<{ folder: string; isFile?: boolean }>({
  code: "config-folder-missing",
  title: { en: "The config folder does not exist", fr: "Le dossier de configuration n'existe pas" },
  example: { folder: "/srv/syndicat/conf" },
  tell: ({ folder, isFile }) => ({
    what: isFile
      ? { en: `${folder} is a file, not a folder.`, fr: `${folder} est un fichier, pas un dossier.` }
      : { en: `There is no folder ${folder}.`, fr: `Il n'y a pas de dossier ${folder}.` },
    accepted: {
      en: "The folder that holds `syndicate.yaml`.",
      fr: "Le dossier qui contient `syndicate.yaml`.",
    },
    fix: {
      en: "Name it:\n./beffroi validate --config <folder>",
      fr: "Indiquez-le :\n./beffroi validate --config <dossier>",
    },
  }),
});

export const fileMissing = defineProblem<{ file: string }>({
  code: "config-file-missing",
  title: { en: "A file of the config is missing", fr: "Un fichier de la configuration manque" },
  example: { file: "sizes/M.yaml" },
  tell: ({ file }) => ({
    what: { en: `The file ${file} is missing.`, fr: `Le fichier ${file} manque.` },
    fix: {
      en: `Write it: the kit's own example is \`config/${file}\`, and \`docs/config.md\` says what goes into it.`,
      fr: `Écrivez-le : l'exemple du kit est \`config/${file}\`, et \`docs/config.fr.md\` dit ce qu'il contient.`,
    },
  }),
});

export const unexpectedFile = defineProblem<{
  name: string;
  folder: string;
  accepted: readonly string[];
  suggestion?: string;
}>({
  code: "config-file-unexpected",
  title: { en: "A file has a name that Beffroi does not know", fr: "Un fichier a un nom que Beffroi ne connaît pas" },
  example: {
    name: "adresses.yaml",
    folder: ".",
    accepted: ["addresses.yaml", "syndicate.yaml"],
    suggestion: "addresses.yaml",
  },
  tell: ({ name, folder, accepted, suggestion }) => {
    const shown = quoted(name);
    const choice = oneOf(accepted);
    return {
      what: {
        en: `${shown.en} is not a name that Beffroi reads${folder === "." ? "" : ` in ${folder}/`}, so what it says would count for nothing.`,
        fr: `${shown.fr} n'est pas un nom que Beffroi lit${folder === "." ? "" : ` dans ${folder}/`} : ce qu'il dit ne compterait pas.`,
      },
      accepted: choice,
      fix: suggestion
        ? { en: `Rename it to ${suggestion}.`, fr: `Renommez-le en ${suggestion}.` }
        : {
            en: "Rename it, move it out of the folder, or put a dot in front of its name to have it ignored.",
            fr: "Renommez-le, sortez-le du dossier, ou mettez un point devant son nom pour qu'il soit ignoré.",
          },
    };
  },
});

export const wrongExtension = defineProblem<{ name: string; proposed: string }>({
  code: "config-file-extension",
  title: { en: "A file does not end in .yaml", fr: "Un fichier ne se termine pas par .yaml" },
  example: { name: "17299.yml", proposed: "17299.yaml" },
  tell: ({ name, proposed }) => ({
    what: {
      en: `${quoted(name).en} does not end in ".yaml", so it would not be read.`,
      fr: `${quoted(name).fr} ne se termine pas par « .yaml » : il ne serait pas lu.`,
    },
    accepted: { en: "File names that end in .yaml.", fr: "Des noms de fichier qui se terminent par .yaml." },
    fix: { en: `Rename it to ${proposed}.`, fr: `Renommez-le en ${proposed}.` },
  }),
});

export const notAFile = defineProblem<{ kind: "folder" | "other" }>({
  code: "config-file-not-a-file",
  title: {
    en: "A folder or a device stands where a file is expected",
    fr: "Un dossier ou un périphérique se trouve à la place d'un fichier",
  },
  example: { kind: "folder" },
  tell: ({ kind }) => ({
    what:
      kind === "folder"
        ? { en: "This is a folder; a file is expected here.", fr: "C'est un dossier ; un fichier est attendu ici." }
        : {
            en: "This is neither a file nor a folder (a pipe, a socket or a device).",
            fr: "Ce n'est ni un fichier ni un dossier (un tube, une socket ou un périphérique).",
          },
    fix: { en: "Move it away, or put an ordinary file here.", fr: "Déplacez-le, ou mettez ici un fichier ordinaire." },
  }),
});

export const fileTooLarge = defineProblem<{ bytes: number }>({
  code: "config-file-too-large",
  title: { en: "A file is larger than 1 MiB", fr: "Un fichier dépasse 1 Mio" },
  example: { bytes: 10_485_760 },
  tell: ({ bytes }) => ({
    what: {
      en: `The file holds ${(bytes / 1_048_576).toFixed(1)} MiB; it was not read.`,
      fr: `Le fichier pèse ${(bytes / 1_048_576).toFixed(1).replace(".", ",")} Mio ; il n'a pas été lu.`,
    },
    accepted: {
      en: "At most 1 MiB: a town needs less than one thousandth of it.",
      fr: "Au plus 1 Mio : une commune en demande moins d'un millième.",
    },
    fix: {
      en: "Check that it is the right file: a backup, an export or a log often hides under such a name.",
      fr: "Vérifiez que c'est le bon fichier : c'est souvent une sauvegarde, un export ou un journal mal nommé.",
    },
  }),
});

export const fileUnreadable = defineProblem<{ reason: string }>({
  code: "config-file-unreadable",
  title: { en: "A file or a folder cannot be read", fr: "Un fichier ou un dossier ne peut pas être lu" },
  example: { reason: "EACCES" },
  tell: ({ reason }) => ({
    what:
      reason === "EACCES" || reason === "EPERM"
        ? {
            en: `You do not have the right to read it (${reason}).`,
            fr: `Vous n'avez pas le droit de le lire (${reason}).`,
          }
        : { en: `The system cannot read it (${reason}).`, fr: `Le système n'arrive pas à le lire (${reason}).` },
    fix: {
      en: "Give the account that runs Beffroi the right to read it.",
      fr: "Donnez au compte qui lance Beffroi le droit de le lire.",
    },
  }),
});

export const linkOutside = defineProblem<{ target: string }>({
  code: "config-link-outside",
  title: { en: "A symbolic link leaves the config folder", fr: "Un lien symbolique sort du dossier de configuration" },
  example: { target: "/etc/passwd" },
  tell: ({ target }) => ({
    what: {
      en: `This symbolic link leads to ${visiblePath(target)}, outside the config folder.`,
      fr: `Ce lien symbolique mène à ${visiblePath(target)}, hors du dossier de configuration.`,
    },
    accepted: {
      en: "Files of the config folder, and links to such files: what counts must be reviewed with the rest.",
      fr: "Des fichiers du dossier de configuration, et des liens vers eux : ce qui compte doit être relu avec le reste.",
    },
    fix: { en: "Replace the link with the file itself.", fr: "Remplacez le lien par le fichier lui-même." },
  }),
});

export const linkBroken = defineProblem<{ target: string }>({
  code: "config-link-broken",
  title: { en: "A symbolic link leads nowhere", fr: "Un lien symbolique ne mène nulle part" },
  example: { target: "../archive/17299.yaml" },
  tell: ({ target }) => ({
    what: {
      en: `This symbolic link leads to ${visiblePath(target)}, which does not exist.`,
      fr: `Ce lien symbolique mène à ${visiblePath(target)}, qui n'existe pas.`,
    },
    fix: { en: "Mend the link, or remove it.", fr: "Réparez le lien, ou supprimez-le." },
  }),
});

export const fileEmpty = defineProblem<Record<string, never>>({
  code: "config-file-empty",
  title: { en: "A file says nothing", fr: "Un fichier ne dit rien" },
  example: {},
  tell: () => ({
    what: {
      en: "The file is empty, or holds only comments.",
      fr: "Le fichier est vide, ou ne contient que des commentaires.",
    },
    fix: {
      en: "Fill it (`docs/config.md` shows an example of each file) or delete it.",
      fr: "Remplissez-le (`docs/config.fr.md` montre un exemple de chaque fichier) ou supprimez-le.",
    },
  }),
});

/** `byte` in hexadecimal; `guess`: the letter that it is in Windows-1252. */
export const notUtf8 = defineProblem<{ byte: string; guess?: string; utf16?: boolean }>({
  code: "config-file-not-utf8",
  title: { en: "A file is not saved as UTF-8", fr: "Un fichier n'est pas enregistré en UTF-8" },
  example: { byte: "E9", guess: "é" },
  tell: ({ byte, guess, utf16 }) => ({
    what: utf16
      ? { en: "The file is saved as UTF-16, not as UTF-8.", fr: "Le fichier est enregistré en UTF-16, pas en UTF-8." }
      : {
          en: `The byte ${byte} here is not UTF-8${guess ? `: the file was probably saved as Windows-1252 or Latin-1, where it is the letter "${guess}"` : ""}.`,
          fr: `L'octet ${byte} n'est pas de l'UTF-8${guess ? ` : le fichier a sans doute été enregistré en Windows-1252 ou Latin-1, où c'est la lettre « ${guess} »` : ""}.`,
        },
    accepted: { en: "Files saved as UTF-8.", fr: "Des fichiers enregistrés en UTF-8." },
    fix: {
      en: "Open the file in your editor and save it with the encoding UTF-8.",
      fr: "Ouvrez le fichier dans votre éditeur et enregistrez-le avec l'encodage UTF-8.",
    },
  }),
});

export const hiddenCharacter = defineProblem<{ character: string }>({
  code: "config-file-hidden-character",
  title: {
    en: "A file holds a character that nobody can see",
    fr: "Un fichier contient un caractère que personne ne voit",
  },
  example: { character: "U+202E" },
  tell: ({ character }) => ({
    what: {
      en: `The character ${character} stands here: it is invisible, or changes how the line is displayed.`,
      fr: `Le caractère ${character} se trouve ici : il est invisible, ou change l'affichage de la ligne.`,
    },
    accepted: {
      en: "Text that is what it looks like: letters, digits, signs, spaces and line ends.",
      fr: "Du texte qui est ce qu'il paraît : lettres, chiffres, signes, espaces et fins de ligne.",
    },
    fix: { en: "Delete the character, or type the line again.", fr: "Supprimez ce caractère, ou retapez la ligne." },
  }),
});

function visiblePath(path: string): string {
  return quoted(path).en.slice(1, -1);
}
