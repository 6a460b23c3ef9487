import { defineProblem } from "../problem";
import { quoted } from "../words";

const LIST = { en: "See all of them:\n./beffroi gates", fr: "Voyez-les tous :\n./beffroi gates" };

export const unknownGate = defineProblem<{ received: string; suggestion?: string }>({
  code: "gate-unknown",
  title: { en: "A gate that does not exist is named", fr: "Un contrôle qui n'existe pas est nommé" },
  example: { received: "NET-01", suggestion: "NET-001" },
  tell: ({ received, suggestion }) => ({
    what: {
      en: `There is no gate ${quoted(received).en}.${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `Le contrôle ${quoted(received).fr} n'existe pas.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    fix: LIST,
  }),
});

export const badGatesUsage = defineProblem<{ received: string }>({
  code: "gates-bad-usage",
  title: { en: "The command `gates` cannot be read", fr: "La commande `gates` ne peut pas être lue" },
  example: { received: "list" },
  tell: ({ received }) => ({
    what: {
      en: `\`gates ${quoted(received).en}\` means nothing.`,
      fr: `\`gates ${quoted(received).fr}\` ne veut rien dire.`,
    },
    accepted: {
      en: "`gates` alone, or `gates explain` and the id of a gate.",
      fr: "`gates` seul, ou `gates explain` et l'identifiant d'un contrôle.",
    },
    fix: {
      en: "For instance:\n./beffroi gates explain NET-001",
      fr: "Par exemple :\n./beffroi gates explain NET-001",
    },
  }),
});
