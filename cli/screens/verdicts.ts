/** What the gates say of a plan, in one word. */
export const VERDICTS = {
  en: { pass: "pass", fail: "REFUSED" },
  fr: { pass: "accepté", fail: "REFUSÉ" },
} as const;
