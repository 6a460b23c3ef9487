import type { Language, Localised } from "../problems/language";

/** What every command is given beside its own options. */
export interface Context {
  readonly language: Language;
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;

  /** Absolute path of the current folder: paths are shown relative to it, for terminals to make them links. */
  readonly cwd: string;

  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;

  /** Absolute path of the config folder. */
  readonly config: string;

  /** Nobody named a config: this one is the example that comes with the kit. */
  readonly example: boolean;

  /** For machines: JSON on standard output, and nothing else there. */
  readonly json: boolean;
}

export interface OptionDefinition {
  /** As commander reads it: `--out <file>`. */
  readonly flags: string;
  readonly summary: Localised;
}

/** A command of the command line; its code is loaded only when it runs. */
export interface CommandDefinition {
  readonly name: string;

  /** As commander reads them: `[towns...]`. */
  readonly args?: string;
  readonly summary: Localised;
  readonly options?: readonly OptionDefinition[];

  /** Runs it, and gives the exit code. */
  run(context: Context, args: readonly unknown[], options: Readonly<Record<string, unknown>>): Promise<number>;
}
