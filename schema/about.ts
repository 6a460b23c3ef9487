import type { Localised } from "../problems/language";

/** Values that need more than their type: each kind has its own check and its own messages. */
export type Kind =
  | "address"
  | "country"
  | "date"
  | "email"
  | "identifier"
  | "insee"
  | "instant"
  | "package"
  | "peer"
  | "range"
  | "reason"
  | "ssh-key"
  | "url";

export type More = {
  readonly kind?: Kind;

  /** Valid values, the most typical first: messages and reference pages show it. */
  readonly examples?: readonly unknown[];
};

export type About = More & {
  /** In French: editors show it to the towns. */
  readonly description: string;

  /** The same in English, for the reference page. */
  readonly en: string;
};

/** What a field means, for `.meta()`. */
export function about(en: string, fr: string, more: More = {}): About {
  return { description: fr, en, ...more };
}

/** What was given to `about`, in both languages. */
export function meaningOf({ en, description }: Pick<About, "en" | "description">): Localised {
  return { en, fr: description };
}
