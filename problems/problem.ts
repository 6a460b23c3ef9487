import type { Localised } from "./language";

/** A place in a file that a person can open: lines and columns start at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  /**
   * How many characters are meant, on that line; 0: the file as a whole.
   *
   * @default - only the place is known
   */
  readonly length?: number;
}

/** One thing that is wrong, told so that the reader can mend it alone. */
export interface Problem {
  /** Permanent, kebab-case, never reused: people search for it. */
  readonly code: string;

  readonly at?: Place;

  /** What is wrong, with what was received. */
  readonly what: Localised;

  /** What would have been accepted. */
  readonly accepted?: Localised;

  /** What to do now. A command to copy stands alone on its last line. */
  readonly fix: Localised;
}

/** Who has to act decides the exit code. */
export const EXIT = { fine: 0, gateFailed: 1, operator: 2, tool: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Mistakes of the operator, all of them at once: shown without a stack trace. */
export class OperatorError extends Error {
  readonly exitCode: ExitCode = EXIT.operator;

  /** @param folder - what the files of the problems' places are relative to; absent: the current folder */
  constructor(
    readonly problems: readonly Problem[],
    readonly folder?: string,
  ) {
    super(problems.map(({ code, what }) => `${code}: ${what.en}`).join("\n"));
    this.name = "OperatorError";
  }
}

/** A tool under us (OpenTofu, the provider, Go, npm) failed: exit code 3, with what it said. */
export class ToolError extends OperatorError {
  override readonly exitCode: ExitCode = EXIT.tool;
}

/**
 * A kind of problem: its permanent code, a title for the reference page, and how to tell one.
 * Every definition stands in `problems/catalogue/`, from which `docs/errors.md` is generated.
 */
export interface ProblemKind<Details> {
  readonly code: string;
  readonly title: Localised;

  /** Details of a typical case, for the reference page. */
  readonly example?: NoInfer<Details>;
  tell(details: Details): Omit<Problem, "code" | "at">;
}

/** A kind of problem as a function: `unknownKey({...}, at)` makes the problem. */
export type ProblemMaker<Details> = ((details: Details, at?: Place) => Problem) & {
  readonly kind: ProblemKind<Details>;
};

export function defineProblem<Details>(kind: ProblemKind<Details>): ProblemMaker<Details> {
  const make = (details: Details, at?: Place): Problem => ({
    code: kind.code,
    ...(at && { at }),
    ...kind.tell(details),
  });
  return Object.assign(make, { kind });
}
