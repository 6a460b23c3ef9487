import pc from "picocolors";

export type Colours = ReturnType<typeof pc.createColors>;

/**
 * Colours for a person at a terminal; none in a file or in a pipe. `NO_COLOR` and `FORCE_COLOR` are heeded, as
 * everywhere (https://no-color.org).
 */
export function coloursFor(
  { isTTY }: { readonly isTTY?: boolean },
  { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv = process.env,
): Colours {
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "0" && FORCE_COLOR !== "";
  return pc.createColors(!NO_COLOR && (forced || (isTTY === true && TERM !== "dumb")));
}
