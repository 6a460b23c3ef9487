import { defineProblem } from "../problem";
import { quoted } from "../words";

/** The key of the states: where it comes from, and why it is refused. */

const NEW_KEY = "./beffroi state new-key";

export const keyCommandFailed = defineProblem<{ command: readonly string[]; reason: string }>({
  code: "state-key-command-failed",
  title: {
    en: "The command that prints the key of the states failed",
    fr: "La commande qui affiche la clé des états a échoué",
  },
  example: { command: ["bao", "kv", "get", "-field=key", "secret/beffroi"], reason: "permission denied" },
  tell: ({ command, reason }) => ({
    what: {
      en: `The command that prints the key of the states failed: ${command.join(" ")}\n${reason}`,
      fr: `La commande qui affiche la clé des états a échoué : ${command.join(" ")}\n${reason}`,
    },
    fix: {
      en: "Run it yourself in the config folder, until it prints the key and nothing else.",
      fr: "Lancez-la vous-même dans le dossier de configuration, jusqu'à ce qu'elle affiche la clé et rien d'autre.",
    },
  }),
});

export const keyMalformed = defineProblem<{ source: string }>({
  code: "state-key-malformed",
  title: {
    en: "What should be the key of the states is none",
    fr: "Ce qui devrait être la clé des états n'en est pas une",
  },
  example: { source: "/etc/beffroi/etats.cle" },
  tell: ({ source }) => ({
    what: {
      en: `${source} gives something else than a key of the states (it is not shown here).`,
      fr: `${source} donne autre chose qu'une clé des états (le contenu n'est pas montré ici).`,
    },
    accepted: {
      en: "32 bytes in base64 (44 characters) or in hexadecimal (64 digits), alone on one line.",
      fr: "32 octets en base64 (44 caractères) ou en hexadécimal (64 chiffres), seuls sur une ligne.",
    },
    fix: {
      en: `Put a key there; this draws a new one, for states that do not exist yet:\n${NEW_KEY}`,
      fr: `Mettez-y une clé ; ceci en tire une nouvelle, pour des états qui n'existent pas encore :\n${NEW_KEY}`,
    },
  }),
});

export const keyFileUnreadable = defineProblem<{ file: string; reason: string }>({
  code: "state-key-file-unreadable",
  title: { en: "The key of the states cannot be read", fr: "La clé des états ne peut pas être lue" },
  example: { file: "/etc/beffroi/etats.cle", reason: "ENOENT" },
  tell: ({ file, reason }) => ({
    what: {
      en: `${file}, which holds the key of the states, cannot be read (${reason}).`,
      fr: `${file}, qui contient la clé des états, ne peut pas être lu (${reason}).`,
    },
    fix: {
      en: "Put the key back there from its copy, with mode 0600. Draw a new one only if no state exists yet.",
      fr: "Remettez-y la clé depuis sa copie, en mode 0600. N'en tirez une nouvelle que si aucun état n'existe encore.",
    },
  }),
});

export const keyExposed = defineProblem<{ file: string; mode: string }>({
  code: "state-key-exposed",
  title: { en: "Others can read the key of the states", fr: "D'autres peuvent lire la clé des états" },
  example: { file: "/etc/beffroi/etats.cle", mode: "644" },
  tell: ({ file, mode }) => ({
    what: {
      en: `${file} holds the key of the states, and other accounts of this machine may read it (mode ${mode}).`,
      fr: `${file} contient la clé des états, et d'autres comptes de cette machine peuvent le lire (mode ${mode}).`,
    },
    accepted: { en: "A file that only its owner can read.", fr: "Un fichier que seul son propriétaire peut lire." },
    fix: {
      en: `Close it; if somebody may have read it, change the key as docs/state.md says.\nchmod 600 ${file}`,
      fr: `Fermez-le ; si quelqu'un a pu le lire, changez la clé comme le dit docs/etat.md.\nchmod 600 ${file}`,
    },
  }),
});

export const keyFileNotMade = defineProblem<{ file: string; reason: string }>({
  code: "state-key-file-not-made",
  title: { en: "The key of the states cannot be made", fr: "La clé des états ne peut pas être créée" },
  example: { file: "/home/agent/.config/beffroi/state.key", reason: "EACCES" },
  tell: ({ file, reason }) => ({
    what: {
      en: `The states are encrypted with a key of your own, which cannot be made: ${file} (${reason}).`,
      fr: `Les états sont chiffrés avec une clé à vous, qui ne peut pas être créée : ${file} (${reason}).`,
    },
    fix: {
      en: "Give yourself the right to write there, or name another folder:\nexport XDG_CONFIG_HOME=/var/tmp/config",
      fr: "Donnez-vous le droit d'y écrire, ou indiquez un autre dossier :\nexport XDG_CONFIG_HOME=/var/tmp/config",
    },
  }),
});

/** A team's states must not depend on a key that one of its machines made for itself. */
export const keyNotNamed = defineProblem<{ place: string }>({
  code: "state-key-not-named",
  title: { en: "Shared states have no key", fr: "Des états partagés n'ont pas de clé" },
  example: { place: "pg" },
  tell: ({ place }) => ({
    what: {
      en: `The states are shared (\`${place}\`), and the config does not say where their key comes from.`,
      fr: `Les états sont partagés (\`${place}\`), et la configuration ne dit pas d'où vient leur clé.`,
    },
    accepted: {
      en: "`key:` with a command, a passphrase or a file: every machine of the team must find the same key.",
      fr: "`key:` avec une commande, une phrase de passe ou un fichier : chaque machine de l'équipe doit trouver la même clé.",
    },
    fix: {
      en: "Add it under `state:`, for instance:\nkey: { command: [age, --decrypt, --identity, /etc/beffroi/age.txt, etats.cle.age] }",
      fr: "Ajoutez-la sous `state:`, par exemple :\nkey: { command: [age, --decrypt, --identity, /etc/beffroi/age.txt, etats.cle.age] }",
    },
  }),
});

export const keyAmbiguous = defineProblem<{ named: readonly string[] }>({
  code: "state-key-ambiguous",
  title: {
    en: "The key of the states comes from several places, or from none",
    fr: "La clé des états vient de plusieurs endroits, ou d'aucun",
  },
  example: { named: ["command", "file"] },
  tell: ({ named }) => ({
    what: {
      en: named.length === 0 ? "The key comes from nowhere." : `The key comes from ${named.join(" and from ")}.`,
      fr: named.length === 0 ? "La clé ne vient de nulle part." : `La clé vient de ${named.join(" et de ")}.`,
    },
    accepted: { en: "One of `command`, `passphrase` and `file`.", fr: "Un seul de `command`, `passphrase` et `file`." },
    fix: { en: "Keep one.", fr: "Gardez-en un." },
  }),
});

export const passphraseMissing = defineProblem<{ variable: string; file?: string; reason?: string }>({
  code: "state-passphrase-missing",
  title: { en: "The passphrase of the states is not given", fr: "La phrase de passe des états n'est pas donnée" },
  example: { variable: "BEFFROI_STATE_PASSPHRASE" },
  tell: ({ variable, file, reason }) => ({
    what: file
      ? {
          en: `${variable}_FILE names ${file}, which cannot be read (${reason}).`,
          fr: `${variable}_FILE indique ${file}, qui ne peut pas être lu (${reason}).`,
        }
      : {
          en: "The key of the states is derived from a passphrase, and none is given.",
          fr: "La clé des états est dérivée d'une phrase de passe, et aucune n'est donnée.",
        },
    accepted: {
      en: `A file named by ${variable}_FILE (\`/dev/fd/3\` is one, too), or ${variable} itself; never an argument.`,
      fr: `Un fichier indiqué par ${variable}_FILE (\`/dev/fd/3\` en est un aussi), ou ${variable} elle-même ; jamais un argument.`,
    },
    fix: {
      en: `Name the file:\nexport ${variable}_FILE=/run/secrets/etats`,
      fr: `Indiquez le fichier :\nexport ${variable}_FILE=/run/secrets/etats`,
    },
  }),
});

export const passphraseTooShort = defineProblem<{ length: number; shortest: number }>({
  code: "state-passphrase-too-short",
  title: { en: "The passphrase of the states is too short", fr: "La phrase de passe des états est trop courte" },
  example: { length: 8, shortest: 20 },
  tell: ({ length, shortest }) => ({
    what: {
      en: `The passphrase of the states has ${length} characters.`,
      fr: `La phrase de passe des états a ${length} caractères.`,
    },
    accepted: {
      en: `At least ${shortest}: six words drawn at random.`,
      fr: `Au moins ${shortest} : six mots tirés au hasard.`,
    },
    fix: {
      en: "Draw a longer one. If states are encrypted with this one already, change the key as docs/state.md says.",
      fr: "Tirez-en une plus longue. Si des états sont déjà chiffrés avec celle-ci, changez la clé comme le dit docs/etat.md.",
    },
  }),
});

export const saltMissing = defineProblem<{ proposed: string }>({
  code: "state-salt-missing",
  title: { en: "The passphrase of the states has no salt", fr: "La phrase de passe des états n'a pas de sel" },
  example: { proposed: "f0e1d2c3b4a5968778695a4b3c2d1e0f" },
  tell: ({ proposed }) => ({
    what: {
      en: "The key of the states is derived from a passphrase without a salt.",
      fr: "La clé des états est dérivée d'une phrase de passe sans sel.",
    },
    accepted: {
      en: "32 hexadecimal digits, drawn once and committed: they are not secret.",
      fr: "32 chiffres hexadécimaux, tirés une fois et versionnés : ils ne sont pas secrets.",
    },
    fix: {
      en: `Write this one, drawn for you just now; never change it afterwards:\nsalt: ${quoted(proposed).en}`,
      fr: `Écrivez celui-ci, tiré pour vous à l'instant ; ne le changez plus ensuite :\nsalt: ${quoted(proposed).en}`,
    },
  }),
});

export const keyFileLost = defineProblem<{ file: string; folder: string; wanted: string }>({
  code: "state-key-lost",
  title: { en: "States exist, and their key is gone", fr: "Des états existent, et leur clé a disparu" },
  example: { file: "/home/agent/.config/beffroi/state.key", folder: ".beffroi/states", wanted: "9c41f07ab2d83e55" },
  tell: ({ file, folder, wanted }) => ({
    what: {
      en: `${folder} holds states encrypted with the key ${wanted}, and ${file} is gone. No other key can be made that opens them.`,
      fr: `${folder} contient des états chiffrés avec la clé ${wanted}, et ${file} a disparu. Aucune autre clé ne pourra les ouvrir.`,
    },
    fix: {
      en: 'Put the copy of that file back. Without any copy the states are lost, not the towns\' resources: docs/state.md, "The key is lost".',
      fr: "Remettez la copie de ce fichier. Sans copie, les états sont perdus, pas les ressources des communes : docs/etat.md, « La clé est perdue ».",
    },
  }),
});
