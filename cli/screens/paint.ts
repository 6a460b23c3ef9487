import pc from "picocolors";

export type Colours = ReturnType<typeof pc.createColors>;

/** Colours for a person at a terminal; none in a file or in a pipe. */
export function coloursFor(out: { readonly isTTY?: boolean }): Colours {
  return pc.createColors(out.isTTY === true && pc.isColorSupported);
}
