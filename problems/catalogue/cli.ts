import { defineProblem } from "../problem";

const help = (command: string) => ({
  en: `See what exists:\n./beffroi ${command}--help`,
  fr: `Voyez ce qui existe :\n./beffroi ${command}--help`,
});

export const unknownCommand = defineProblem<{ received: string; suggestion?: string }>({
  code: "cli-unknown-command",
  title: { en: "A command does not exist", fr: "Une commande n'existe pas" },
  tell: ({ received, suggestion }) => ({
    what: {
      en: `There is no command "${received}".${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `La commande « ${received} » n'existe pas.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    fix: help(""),
  }),
});

export const unknownOption = defineProblem<{ command: string; received: string; suggestion?: string }>({
  code: "cli-unknown-option",
  title: { en: "An option does not exist", fr: "Une option n'existe pas" },
  tell: ({ command, received, suggestion }) => ({
    what: {
      en: `There is no option "${received}".${suggestion ? ` Did you mean "${suggestion}"?` : ""}`,
      fr: `L'option « ${received} » n'existe pas.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ""}`,
    },
    fix: help(command),
  }),
});

export const badUsage = defineProblem<{ command: string; said: string }>({
  code: "cli-bad-usage",
  title: {
    en: "A command lacks a word, or has one too many",
    fr: "Il manque un mot à une commande, ou il y en a un de trop",
  },
  tell: ({ command, said }) => ({
    what: { en: `The command cannot be read: ${said}.`, fr: `La commande ne peut pas être lue : ${said}.` },
    fix: help(command),
  }),
});

export const noTownNamed = defineProblem<Record<string, never>>({
  code: "cli-no-town-named",
  title: { en: "No town was named", fr: "Aucune commune n'est nommée" },
  tell: () => ({
    what: { en: "No town was named.", fr: "Aucune commune n'est nommée." },
    accepted: {
      en: "INSEE codes or names of towns of the config, or --all.",
      fr: "Des codes INSEE ou des noms de communes de la configuration, ou --all.",
    },
    fix: {
      en: "Name one, for instance:\n./beffroi plan Rochefort",
      fr: "Nommez-en une, par exemple :\n./beffroi plan Rochefort",
    },
  }),
});
