/** The two languages in which Beffroi speaks to people. */
export type Language = "en" | "fr";

/** One text in every language: a missing translation is a compile error. */
export type Localised = Readonly<Record<Language, string>>;

/**
 * The language to speak: what was asked for, else the locale of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`).
 *
 * @default - English when the locale says nothing.
 */
export function languageFrom(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const wanted = asked ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || "");
  return wanted.toLowerCase().startsWith("fr") ? "fr" : "en";
}
