import type { Language } from "../../problems/language";
import { EXIT, OperatorError } from "../../problems/problem";
import type { Config } from "../../schema/config";
import { configOf, examine } from "../../schema/load";
import type { Context } from "../command";
import { nearestPath, printProblems } from "../print-problems";
import { coloursFor } from "../screens/paint";

/** Checks the config, and nothing else: no file is written, no cloud is asked. */
export async function run({ config, json, language, out, err }: ValidateContext): Promise<number> {
  const { draft, problems } = examined(config);
  if (json) {
    const counts = draft && problems.length === 0 ? countsOf(configOf(draft)) : undefined;
    out.write(`${JSON.stringify({ ok: problems.length === 0, config, problems, ...counts }, null, 2)}\n`);
  } else if (problems.length > 0) printProblems(problems, { language, err, folder: config });
  else if (draft) out.write(success(configOf(draft), language, coloursFor(out).green("✓")));
  return problems.length === 0 ? EXIT.fine : EXIT.operator;
}

type ValidateContext = Pick<Context, "config" | "json" | "language" | "out" | "err">;

/** A folder that is missing is one more problem to print. */
function examined(config: string): Partial<ReturnType<typeof examine>> & Pick<ReturnType<typeof examine>, "problems"> {
  try {
    return examine(config);
  } catch (error) {
    if (error instanceof OperatorError && error.exitCode === EXIT.operator) return { problems: [...error.problems] };
    throw error;
  }
}

function countsOf({ towns, services, targets, sizes, facts }: Config) {
  return {
    towns: towns.size,
    services: services.size,
    targets: targets.size,
    files: towns.size + services.size + targets.size + sizes.size + facts.size + 2,
  };
}

function success(config: Config, language: Language, tick: string): string {
  const { towns, services, targets, files } = countsOf(config);
  const folder = nearestPath(config.folder);
  const many = (count: number, one: string) => `${count} ${one}${count > 1 ? "s" : ""}`;
  return language === "fr"
    ? `${tick} ${folder} : ${many(towns, "commune")}, ${many(services, "service")}, ${many(targets, "cible")}, rien à corriger.
  Vérifié : ${files} fichiers, clé par clé ; les codes INSEE ; les noms cités d'un fichier à l'autre ;
  les classes de taille ; les zones ; le plan d'adressage.
`
    : `${tick} ${folder}: ${many(towns, "town")}, ${many(services, "service")}, ${many(targets, "target")}, nothing to correct.
  Checked: ${files} files, key by key; the INSEE codes; the names quoted from one file to another;
  the size classes; the zones; the address plan.
`;
}
