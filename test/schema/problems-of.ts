import { OperatorError, type Problem } from "../../problems/problem";
import { examine, type LoadOptions } from "../../schema/load";

/** What is wrong in a config folder, as `<file>: <code> <line>:<column>`; without a line for a file as a whole. */
export function problemsOf(folder: string, options?: LoadOptions): string[] {
  return found(folder, options).map(({ code, at }) =>
    at === undefined ? code : at.length === 0 ? `${at.file}: ${code}` : `${at.file}: ${code} ${at.line}:${at.column}`,
  );
}

/** The first problem, or the first one of a file, in French. */
export function firstWords(folder: string, file?: string): string {
  const first = found(folder).find(({ at }) => file === undefined || at?.file === file);
  return first ? [first.what.fr, first.accepted?.fr, first.fix.fr].join("\n") : "";
}

function found(folder: string, options?: LoadOptions): readonly Problem[] {
  try {
    return examine(folder, options).problems;
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
}
