import { type Language, languageFrom } from "../problems/language";
import { EXIT, OperatorError } from "../problems/problem";
import { runCli } from "./run";

/** Asked on the command line, wherever it stands, before anything can go wrong. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  return argv[index]?.split("=")[1] ?? (index < 0 ? undefined : argv[index + 1]);
}

const OURS: Record<Language, string> = {
  en: "This is a bug of Beffroi, not of yours. Please report it with all that follows.",
  fr: "C'est un défaut de Beffroi, pas de vous. Merci de le signaler avec tout ce qui suit.",
};

async function main(): Promise<number> {
  const { argv, env, stdout, stderr } = process;
  const language = languageFrom(askedLanguage(argv), env);
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupt.abort(new Interrupted()));
  try {
    return await runCli(argv.slice(2), {
      language,
      env,
      out: stdout,
      err: stderr,
      signal: interrupt.signal,
      cwd: process.cwd(),
    });
  } catch (error) {
    if (error instanceof Interrupted) return 130;
    if (error instanceof OperatorError) {
      const { printProblems } = await import("./print-problems");
      printProblems(error.problems, { language, err: stderr, folder: error.folder });
      // Machines read the standard output, people the other.
      if (argv.includes("--json"))
        stdout.write(`${JSON.stringify({ ok: false, problems: error.problems }, null, 2)}\n`);
      return error.exitCode;
    }
    stderr.write(`${OURS[language]}\n\n${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.tool;
  }
}

class Interrupted extends Error {}

/** `beffroi ... | head` has seen enough: that is no failure of anybody. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.fine);
});

main().then((code) => {
  process.exitCode = code;
});
