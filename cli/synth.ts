/** The `app` of `cdktf.json`: writes the stacks of every town into `$CDKTF_OUTDIR`, for who has the CDKTF CLI's habits. */
import { resolve } from "../blueprint/resolve";
import { languageFrom } from "../problems/language";
import { EXIT, OperatorError } from "../problems/problem";
import { loadConfig } from "../schema/load";
import { writeApp } from "../stacks/app";
import { findConfig } from "./config-folder";
import { printProblems } from "./print-problems";

function main({ env, cwd, stderr }: NodeJS.Process): number {
  try {
    const config = loadConfig(findConfig(undefined, env, cwd()).path);
    writeApp(env.CDKTF_OUTDIR ?? "cdktf.out", blueprints(config));
    return EXIT.fine;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    printProblems(error.problems, { language: languageFrom(undefined, env), err: stderr, folder: error.folder });
    return error.exitCode;
  }
}

/** One at a time, so that memory stays flat. */
function* blueprints(config: ReturnType<typeof loadConfig>) {
  for (const insee of config.towns.keys()) yield resolve(config, insee).blueprint;
}

process.exitCode = main(process);
