import { defineProblem } from "../problem";
import { oneOf, quoted } from "../words";

/** Words of `beffroi state` that do not fit. */

export const unknownVerb = defineProblem<{ received: string; accepted: readonly string[]; suggestion?: string }>({
  code: "state-unknown-verb",
  title: { en: "`beffroi state` does not know a verb", fr: "`beffroi state` ne connaît pas un verbe" },
  example: { received: "lst", accepted: ["list", "restore"], suggestion: "list" },
  tell: ({ received, accepted, suggestion }) => ({
    what: {
      en: `\`beffroi state\` does not know ${quoted(received).en}.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `\`beffroi state\` ne connaît pas ${quoted(received).fr}.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    accepted: oneOf(accepted),
    fix: {
      en: "See what each of them does in docs/state.md.\n./beffroi state list",
      fr: "Voyez ce que fait chacun dans docs/etat.md.\n./beffroi state list",
    },
  }),
});

export const oneStateOnly = defineProblem<Record<string, never>>({
  code: "state-one-only",
  title: { en: "This is done to one state at a time", fr: "Cela se fait sur un état à la fois" },
  example: {},
  tell: () => ({
    what: { en: "Several states are named.", fr: "Plusieurs états sont nommés." },
    accepted: {
      en: "One town, or one state such as 17299/hosting.",
      fr: "Une commune, ou un état tel que 17299/hosting.",
    },
    fix: { en: "Name one.\n./beffroi state copies Rochefort", fr: "Nommez-en un.\n./beffroi state copies Rochefort" },
  }),
});

export const badInstant = defineProblem<{ received: string }>({
  code: "state-bad-time",
  title: { en: "A time cannot be read", fr: "Une heure ne peut pas être lue" },
  example: { received: "hier" },
  tell: ({ received }) => ({
    what: { en: `--at ${quoted(received).en} is no time.`, fr: `--at ${quoted(received).fr} n'est pas une heure.` },
    accepted: {
      en: "Year-month-day and hour, in universal time: 2026-11-24T03:00Z.",
      fr: "Année-mois-jour et heure, en temps universel : 2026-11-24T03:00Z.",
    },
    fix: {
      en: "Take it from the list of copies:\n./beffroi state copies Rochefort",
      fr: "Prenez-la dans la liste des copies :\n./beffroi state copies Rochefort",
    },
  }),
});

export const unlockNeedsId = defineProblem<Record<string, never>>({
  code: "state-unlock-needs-id",
  title: { en: "A lock is taken away by its id", fr: "Un verrou s'enlève par son identifiant" },
  example: {},
  tell: () => ({
    what: { en: "The state or the id of the lock is missing.", fr: "Il manque l'état, ou l'identifiant du verrou." },
    accepted: {
      en: "The words of the message that told of the lock: a state and an id.",
      fr: "Les mots du message qui parlait du verrou : un état et un identifiant.",
    },
    fix: {
      en: "For instance:\n./beffroi state unlock 17299/hosting 9db590f1-b6fe-c5f2-2678-8804f089deba",
      fr: "Par exemple :\n./beffroi state unlock 17299/hosting 9db590f1-b6fe-c5f2-2678-8804f089deba",
    },
  }),
});

export const notAStateCommand = defineProblem<{ received: string; accepted: readonly string[] }>({
  code: "state-not-a-state-command",
  title: { en: "This is no command on a state", fr: "Ce n'est pas une commande sur un état" },
  example: { received: "apply", accepted: ["list", "mv", "pull", "rm"] },
  tell: ({ received, accepted }) => ({
    what: {
      en: `\`beffroi state tofu\` does not run ${quoted(received).en}: without the stack's code it could destroy what the state holds.`,
      fr: `\`beffroi state tofu\` ne lance pas ${quoted(received).fr} : sans le code de la pile, cela pourrait détruire ce que l'état contient.`,
    },
    accepted: oneOf(accepted),
    fix: {
      en: "For instance, what the state holds:\n./beffroi state tofu Rochefort -- list",
      fr: "Par exemple, ce que l'état contient :\n./beffroi state tofu Rochefort -- list",
    },
  }),
});
