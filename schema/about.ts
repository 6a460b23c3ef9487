/**
 * What a field means, for `.meta()`: French goes to `description`, which editors show to the towns;
 * English is kept beside it for the reference page.
 */
export function about(en: string, fr: string): { description: string; en: string } {
  return { description: fr, en };
}
