import type { Localised } from "../language";
import { defineProblem } from "../problem";
import { quoted } from "../words";

/** Making the place of the states, and attacking it before it is trusted. */

export const outFileMissing = defineProblem<{ roles: number }>({
  code: "bootstrap-out-missing",
  title: { en: "The new passwords have nowhere to go", fr: "Les nouveaux mots de passe n'ont pas où aller" },
  example: { roles: 12 },
  tell: ({ roles }) => ({
    what: {
      en: `${roles} roles need a password, which is handed over once. Nothing was made.`,
      fr: `${roles} rôles ont besoin d'un mot de passe, remis une seule fois. Rien n'a été créé.`,
    },
    fix: {
      en: "Name a new file for them:\n./beffroi bootstrap state --out /root/etats.pgpass",
      fr: "Indiquez un nouveau fichier pour eux :\n./beffroi bootstrap state --out /root/etats.pgpass",
    },
  }),
});

export const outFileRefused = defineProblem<{ file: string; reason: string }>({
  code: "bootstrap-out-refused",
  title: {
    en: "The file of the new passwords cannot be made",
    fr: "Le fichier des nouveaux mots de passe ne peut pas être créé",
  },
  example: { file: "/root/etats.pgpass", reason: "EEXIST" },
  tell: ({ file, reason }) => ({
    what: {
      en:
        reason === "EEXIST"
          ? `${file} exists, and is left as it is. Nothing was made.`
          : `${file} cannot be made (${reason}). Nothing was made.`,
      fr:
        reason === "EEXIST"
          ? `${file} existe, et reste tel quel. Rien n'a été créé.`
          : `${file} ne peut pas être créé (${reason}). Rien n'a été créé.`,
    },
    accepted: {
      en: "A file that does not exist, in a folder that you can write.",
      fr: "Un fichier qui n'existe pas, dans un dossier où vous pouvez écrire.",
    },
    fix: {
      en: "Name another one; both can be put together afterwards, a line per role.",
      fr: "Indiquez-en un autre ; les deux peuvent être réunis ensuite, une ligne par rôle.",
    },
  }),
});

export const notAdministrator = defineProblem<{ role: string; place: string; reason: string }>({
  code: "bootstrap-not-administrator",
  title: {
    en: "The place of the states cannot be made with this role",
    fr: "L'endroit des états ne peut pas être créé avec ce rôle",
  },
  example: {
    role: "agent",
    place: "postgresql://etats.syndicat-aunis.example:5432/beffroi",
    reason: "permission denied to create role",
  },
  tell: ({ role, place, reason }) => ({
    what: {
      en: `${role} may not make what ${place} lacks; nothing was made.\n${reason}`,
      fr: `${role} n'a pas le droit de créer ce qui manque à ${place} ; rien n'a été créé.\n${reason}`,
    },
    accepted: {
      en: "A role that owns the database and may create roles (PGUSER; `postgres` unless said).",
      fr: "Un rôle propriétaire de la base et qui peut créer des rôles (PGUSER ; `postgres` par défaut).",
    },
    fix: { en: "Name it:\nexport PGUSER=postgres", fr: "Indiquez-le :\nexport PGUSER=postgres" },
  }),
});

export const localNeedsNothing = defineProblem<Record<string, never>>({
  code: "bootstrap-local-state",
  title: { en: "Local states need no preparation", fr: "Des états locaux n'ont besoin d'aucune préparation" },
  example: {},
  tell: () => ({
    what: {
      en: "The config keeps its states locally: there is nothing to make.",
      fr: "La configuration garde ses états localement : il n'y a rien à créer.",
    },
    fix: {
      en: "For a team, name a place under `state:` in syndicate.yaml (docs/state.md), then run this again.",
      fr: "Pour une équipe, indiquez un endroit sous `state:` dans syndicate.yaml (docs/etat.md), puis relancez ceci.",
    },
  }),
});

/** A probe got through, or could not run: the place must not be trusted. */
export const probeFailed = defineProblem<{ place: string; probe: Localised; found: string }>({
  code: "state-probe-failed",
  title: { en: "A place for states failed a probe", fr: "Un endroit pour les états a échoué à une épreuve" },
  example: {
    place: "https://s3.dc-aunis.example/beffroi-etats",
    probe: { en: "eight writers, one lock: one alone gets in", fr: "huit écrivains, un verrou : un seul entre" },
    found: "8 writers were inside at once",
  },
  tell: ({ place, probe, found }) => ({
    what: {
      en: `${place} fails "${probe.en}": ${found}`,
      fr: `${place} échoue à « ${probe.fr} » : ${found}`,
    },
    fix: {
      en: "Do not keep states there: two runs could overwrite each other, or one town reach another. docs/state.md says what each probe wants.",
      fr: "N'y gardez pas d'états : deux exécutions pourraient s'écraser, ou une commune en atteindre une autre. docs/etat.md dit ce que veut chaque épreuve.",
    },
  }),
});

export const bootstrapUnknown = defineProblem<{ received: string }>({
  code: "bootstrap-unknown",
  title: { en: "`beffroi bootstrap` does not know what to make", fr: "`beffroi bootstrap` ne sait pas quoi créer" },
  example: { received: "etat" },
  tell: ({ received }) => ({
    what: {
      en: `\`beffroi bootstrap\` does not know ${quoted(received).en}.`,
      fr: `\`beffroi bootstrap\` ne connaît pas ${quoted(received).fr}.`,
    },
    accepted: { en: "`state`: the place of the states.", fr: "`state` : l'endroit des états." },
    fix: { en: "./beffroi bootstrap state --check", fr: "./beffroi bootstrap state --check" },
  }),
});
