import { Command, CommanderError, type Help } from "commander";
import { distance } from "fastest-levenshtein";
import { kitVersion } from "../engine/kit";
import { badUsage, unknownCommand, unknownOption } from "../problems/catalogue/cli";
import type { Language } from "../problems/language";
import { OperatorError, type Problem } from "../problems/problem";
import type { CommandDefinition } from "./command";
import { COMMANDS } from "./commands";
import { findConfig } from "./config-folder";

export interface Surroundings {
  readonly language: Language;
  readonly env: NodeJS.ProcessEnv;
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  readonly signal: AbortSignal;
  readonly cwd: string;
}

const FRENCH_TITLES: Record<string, string> = {
  "Usage:": "Usage :",
  "Arguments:": "Arguments :",
  "Options:": "Options :",
  "Commands:": "Commandes :",
};

const WORDS = {
  about: {
    en: "Beffroi: each town's hosting, from a short YAML file to a plan that gates have judged.",
    fr: "Beffroi : l'hébergement de chaque commune, d'un court fichier YAML à un plan jugé par les contrôles.",
  },
  config: { en: "config folder", fr: "dossier de configuration" },
  lang: { en: "language: fr or en (default: the locale's)", fr: "langue : fr ou en (par défaut : celle du système)" },
  help: { en: "show this help", fr: "afficher cette aide" },
  version: { en: "show the version", fr: "afficher la version" },
  codes: {
    en: "Exit codes: 0 fine, 1 a gate refused or something differs, 2 something to correct, 3 a tool failed, 130 interrupted.",
    fr: "Codes de retour : 0 tout va bien, 1 un contrôle a refusé ou quelque chose diffère, 2 une correction à faire, 3 un outil a échoué, 130 interrompu.",
  },
} as const;

/** Reads the command line and runs the command that it names; gives the exit code. */
export async function runCli(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { language, out } = surroundings;
  let code = 0;
  const program = new Command("beffroi");
  prepare(program, surroundings)
    .description(WORDS.about[language])
    .version(kitVersion(), "-V, --version", WORDS.version[language])
    .helpCommand(false)
    .addHelpText("after", `\n${WORDS.codes[language]}`);
  for (const definition of COMMANDS) {
    const command = prepare(new Command(definition.name), surroundings);
    command.summary(definition.summary[language]).description(definition.summary[language]);
    if (definition.args) command.arguments(definition.args);
    for (const option of definition.options ?? []) command.option(option.flags, option.summary[language]);
    command.action(async (...words: unknown[]) => {
      code = await start(definition, words.slice(0, -2), command.optsWithGlobals(), surroundings);
    });
    program.addCommand(command);
  }
  if (argv.length === 0) {
    out.write(program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return refused(error, argv);
    throw error;
  }
  return code;
}

function start(
  definition: CommandDefinition,
  args: unknown[],
  options: Record<string, unknown>,
  { env, cwd, ...rest }: Surroundings,
) {
  const { path, example } = findConfig(options.config as string | undefined, env, cwd);
  return definition.run({ ...rest, cwd, config: path, example, json: options.json === true }, args, options);
}

/** What every command and the program itself have alike. */
function prepare(command: Command, { language, out }: Surroundings): Command {
  const titles = language === "fr" ? (title: string) => FRENCH_TITLES[title] ?? title : (title: string) => title;
  return command
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), outputError: () => {} })
    .configureHelp({
      styleTitle: titles,
      helpWidth: 110,
      subcommandTerm: (sub: Command) => (sub as Command & Help).name(),
    })
    .helpOption("-h, --help", WORDS.help[language])
    .option("--config <folder>", WORDS.config[language])
    .option("--lang <fr|en>", WORDS.lang[language]);
}

/** Help and version are no mistakes; every other word of commander becomes one of our problems. */
function refused(error: CommanderError, argv: readonly string[]): number {
  if (error.exitCode === 0) return 0;
  throw new OperatorError([problemOf(error, argv)]);
}

function problemOf({ code, message }: CommanderError, argv: readonly string[]): Problem {
  const received = /'([^']*)'/.exec(message)?.[1] ?? "";
  const definition = COMMANDS.find(({ name }) => argv.includes(name));
  const command = definition ? `${definition.name} ` : "";
  if (code === "commander.unknownCommand")
    return unknownCommand({
      received,
      ...nearest(
        received,
        COMMANDS.map(({ name }) => name),
      ),
    });
  if (code === "commander.unknownOption") {
    const flags = [
      ...(definition?.options ?? []).map(({ flags }) => flags),
      "--config",
      "--lang",
      "--help",
      "--version",
    ];
    return unknownOption({
      command,
      received,
      ...nearest(
        received,
        flags.map((flag) => flag.split(" ")[0] as string),
      ),
    });
  }
  return badUsage({ command, said: message.replace(/^error: /, "") });
}

function nearest(received: string, known: readonly string[]): { suggestion?: string } {
  const [best] = known
    .map((name) => ({ name, far: distance(received, name) }))
    .sort((left, right) => left.far - right.far);
  return best && best.far <= Math.max(2, received.length / 3) ? { suggestion: best.name } : {};
}
