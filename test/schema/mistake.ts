/** One row of a table: a file of the example config is replaced, and these problems must come out, in this order. */
export interface Mistake {
  /** What somebody did wrong, in a few words. */
  readonly name: string;
  readonly file: string;
  readonly text: string;

  /** `<code> <line>:<column>`, in that file unless another one is named in front: `towns/x.yaml: <code> 2:1`. */
  readonly problems: readonly string[];

  /** Pieces of the French message of the first problem, besides what every message has: the value, the mending. */
  readonly says?: readonly string[];
}

/** A town that is right up to its last line; `lines` follow. */
export function town(...lines: string[]): string {
  return ['insee: "17299"', "services: [site-web, ged]", ...lines, ""].join("\n");
}

export const ROCHEFORT = "towns/17299-rochefort.yaml";
