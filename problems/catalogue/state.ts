import { defineProblem } from "../problem";

/** A state and its lock: what is wrong, and what an engineer does about it, at any hour. */

export const severalPlaces = defineProblem<Record<string, never>>({
  code: "state-several-places",
  title: { en: "The states are in two places", fr: "Les états sont à deux endroits" },
  example: {},
  tell: () => ({
    what: { en: "`state:` has both `pg` and `s3`.", fr: "`state:` a à la fois `pg` et `s3`." },
    accepted: { en: "One of them; none for local states.", fr: "Un des deux ; aucun pour des états locaux." },
    fix: { en: "Remove the one where the states are not.", fr: "Enlevez celui où les états ne sont pas." },
  }),
});

export const cleartextDatabase = defineProblem<{ host: string }>({
  code: "state-cleartext-database",
  title: {
    en: "The database of the states would be reached without TLS",
    fr: "La base des états serait jointe sans TLS",
  },
  example: { host: "etats.syndicat-aunis.example" },
  tell: ({ host }) => ({
    what: {
      en: `\`tls: disable\` for ${host}, which is another machine.`,
      fr: `\`tls: disable\` pour ${host}, qui est une autre machine.`,
    },
    accepted: {
      en: "`verify-full`, or `verify-ca` where certificates do not hold the name of the host; PGSSLROOTCERT names your own authority.",
      fr: "`verify-full`, ou `verify-ca` quand les certificats ne portent pas le nom de la machine ; PGSSLROOTCERT indique votre propre autorité.",
    },
    fix: {
      en: "Remove the line: `verify-full` is the default.",
      fr: "Enlevez la ligne : `verify-full` est la valeur par défaut.",
    },
  }),
});

/** `holder`: what OpenTofu wrote into the lock. */
export const stateLocked = defineProblem<{
  state: string;
  holder: { id: string; who: string; operation: string; since: string };

  /** A lock that outlives its holder: it must be taken away by hand. */
  outlives: boolean;
}>({
  code: "state-locked",
  title: { en: "Another run holds a town's state", fr: "Une autre exécution tient l'état d'une commune" },
  example: {
    state: "17299/hosting",
    holder: {
      id: "9db590f1-b6fe-c5f2-2678-8804f089deba",
      who: "agent@poste-3",
      operation: "OperationTypeApply",
      since: "2026-11-24 03:12:07 UTC",
    },
    outlives: true,
  },
  tell: ({ state, holder: { id, who, operation, since }, outlives }) => ({
    what: {
      en: `${state} is locked: ${operation} by ${who || "somebody"}, since ${since || "now"}. Nothing was changed.`,
      fr: `${state} est verrouillé : ${operation} par ${who || "quelqu'un"}, depuis ${since || "maintenant"}. Rien n'a été modifié.`,
    },
    fix: outlives
      ? {
          en: `Wait until it ends. Only if you know that it died, take its lock away:\n./beffroi state unlock ${state} ${id}`,
          fr: `Attendez qu'elle se termine. Seulement si vous savez qu'elle est morte, enlevez son verrou :\n./beffroi state unlock ${state} ${id}`,
        }
      : {
          en: "Wait until it ends: this lock goes with the run that holds it, even one that was killed.",
          fr: "Attendez qu'elle se termine : ce verrou disparaît avec l'exécution qui le tient, même si elle a été tuée.",
        },
  }),
});

export const wrongKey = defineProblem<{ state: string; wanted: string; given: readonly string[] }>({
  code: "state-wrong-key",
  title: { en: "A state is encrypted with another key", fr: "Un état est chiffré avec une autre clé" },
  example: { state: "17299/hosting", wanted: "9c41f07ab2d83e55", given: ["0e77b1c2d3a4f596"] },
  tell: ({ state, wanted, given }) => ({
    what: {
      en: `${state} is encrypted with the key ${wanted}; the config gives ${given.join(" and ")}. Nothing was changed.`,
      fr: `${state} est chiffré avec la clé ${wanted} ; la configuration donne ${given.join(" et ")}. Rien n'a été modifié.`,
    },
    fix: {
      en: `Give the key ${wanted} as \`key\`, or as \`previousKey\` while the key is being changed. If nobody has it any more: docs/state.md, "The key is lost".`,
      fr: `Donnez la clé ${wanted} comme \`key\`, ou comme \`previousKey\` pendant un changement de clé. Si plus personne ne l'a : docs/etat.md, « La clé est perdue ».`,
    },
  }),
});

export const notEncrypted = defineProblem<{ state: string }>({
  code: "state-not-encrypted",
  title: { en: "A state is not encrypted", fr: "Un état n'est pas chiffré" },
  example: { state: "17299/hosting" },
  tell: ({ state }) => ({
    what: {
      en: `${state} lies there in the clear: it was not written by Beffroi.`,
      fr: `${state} est en clair : il n'a pas été écrit par Beffroi.`,
    },
    fix: {
      en: `If it is the right one, encrypt it:\n./beffroi state rotate-key ${state.split("/")[0]}`,
      fr: `Si c'est bien le bon, chiffrez-le :\n./beffroi state rotate-key ${state.split("/")[0]}`,
    },
  }),
});

export const damagedState = defineProblem<{ state: string; how: "empty" | "cut" | "altered" }>({
  code: "state-damaged",
  title: { en: "A state is damaged", fr: "Un état est abîmé" },
  example: { state: "17299/hosting", how: "cut" },
  tell: ({ state, how }) => ({
    what: {
      en: `${state} is ${{ empty: "empty, although it was written before", cut: "cut short, or is no state", altered: "altered: its own key does not open it" }[how]}. Nothing was changed.`,
      fr: `${state} est ${{ empty: "vide, alors qu'il a déjà été écrit", cut: "coupé, ou n'est pas un état", altered: "altéré : sa propre clé ne l'ouvre pas" }[how]}. Rien n'a été modifié.`,
    },
    fix: {
      en: `If another run is at work, wait. Else put the last copy back; what was made since must then be imported:\n./beffroi state restore ${state.split("/")[0]}`,
      fr: `Si une autre exécution travaille, attendez. Sinon remettez la dernière copie ; ce qui a été créé depuis devra être importé :\n./beffroi state restore ${state.split("/")[0]}`,
    },
  }),
});

export const swappedState = defineProblem<{ state: string; found: string }>({
  code: "state-of-another-town",
  title: { en: "A state stands in the place of another one", fr: "Un état est à la place d'un autre" },
  example: { state: "17299/hosting", found: "17300/hosting" },
  tell: ({ state, found }) => ({
    what: {
      en: `In the place of ${state} stands the state of ${found}. Nothing was changed.`,
      fr: `À la place de ${state} se trouve l'état de ${found}. Rien n'a été modifié.`,
    },
    fix: {
      en: `Put the right one back:\n./beffroi state restore ${state.split("/")[0]}`,
      fr: `Remettez le bon :\n./beffroi state restore ${state.split("/")[0]}`,
    },
  }),
});

export const planOfAnotherKey = defineProblem<{ state: string }>({
  code: "state-plan-of-another-key",
  title: { en: "A plan cannot be opened", fr: "Un plan ne peut pas être ouvert" },
  example: { state: "17299/hosting" },
  tell: ({ state }) => ({
    what: {
      en: `The plan was not made for ${state} with the key of today: it cannot be opened. Nothing was changed.`,
      fr: `Le plan n'a pas été fait pour ${state} avec la clé d'aujourd'hui : il ne peut pas être ouvert. Rien n'a été modifié.`,
    },
    fix: {
      en: `Plan again:\n./beffroi plan ${state.split("/")[0]}`,
      fr: `Refaites le plan :\n./beffroi plan ${state.split("/")[0]}`,
    },
  }),
});

export const noCopy = defineProblem<{ state: string; at?: string; known: readonly string[] }>({
  code: "state-no-copy",
  title: { en: "No copy of a state fits", fr: "Aucune copie d'un état ne convient" },
  example: { state: "17299/hosting", at: "2026-11-24T03:00:00.000Z", known: ["2026-11-24T08:15:30.123Z"] },
  tell: ({ state, at, known }) => ({
    what: {
      en: at ? `${state} has no copy of ${at} or before.` : `${state} has no copy that differs from what is there.`,
      fr: at
        ? `${state} n'a pas de copie du ${at} ou d'avant.`
        : `${state} n'a pas de copie différente de ce qui est là.`,
    },
    accepted:
      known.length === 0
        ? { en: "There is none at all.", fr: "Il n'y en a aucune." }
        : { en: `Copies: ${known.slice(-10).join(", ")}`, fr: `Copies : ${known.slice(-10).join(", ")}` },
    fix: {
      en: `See them all:\n./beffroi state copies ${state.split("/")[0]}`,
      fr: `Voyez-les toutes :\n./beffroi state copies ${state.split("/")[0]}`,
    },
  }),
});

export const copyDamaged = defineProblem<{ state: string; at: string }>({
  code: "state-copy-damaged",
  title: { en: "A copy of a state is damaged", fr: "Une copie d'un état est abîmée" },
  example: { state: "17299/hosting", at: "2026-11-24T08:15:30.123Z" },
  tell: ({ state, at }) => ({
    what: {
      en: `The copy of ${state} made at ${at} is not what was kept then. Nothing was changed.`,
      fr: `La copie de ${state} faite à ${at} n'est pas ce qui avait été gardé. Rien n'a été modifié.`,
    },
    fix: {
      en: `Take an older one:\n./beffroi state copies ${state.split("/")[0]}`,
      fr: `Prenez-en une plus ancienne :\n./beffroi state copies ${state.split("/")[0]}`,
    },
  }),
});

export const noState = defineProblem<{ state: string; place: string }>({
  code: "state-none",
  title: { en: "There is no state", fr: "Il n'y a pas d'état" },
  example: { state: "17299/hosting", place: "postgresql://etats.syndicat-aunis.example:5432/beffroi" },
  tell: ({ state, place }) => ({
    what: { en: `${place} holds no state of ${state}.`, fr: `${place} ne contient pas d'état de ${state}.` },
    fix: { en: "See what is there:\n./beffroi state list", fr: "Voyez ce qui s'y trouve :\n./beffroi state list" },
  }),
});

export const stateInUse = defineProblem<{ state: string }>({
  code: "state-in-use",
  title: { en: "A state is in use", fr: "Un état sert encore" },
  example: { state: "17299/hosting" },
  tell: ({ state }) => ({
    what: {
      en: `${state} is readable, and its town is in the config: without it the next plan would make everything a second time.`,
      fr: `${state} est lisible, et sa commune est dans la configuration : sans lui le prochain plan créerait tout une seconde fois.`,
    },
    accepted: {
      en: "A state that no key of the config opens, or that no town of the config has.",
      fr: "Un état qu'aucune clé de la configuration n'ouvre, ou qu'aucune commune de la configuration ne possède.",
    },
    fix: {
      en: "Leave it. To go back to an older one:\n./beffroi state copies Rochefort",
      fr: "Laissez-le. Pour revenir à un plus ancien :\n./beffroi state copies Rochefort",
    },
  }),
});
