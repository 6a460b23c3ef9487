/**
 * A name in ASCII letters, digits and single hyphens, for the places where OpenStack, DNS or a search accept nothing
 * else: "L'Île-d'Yeu" gives `l-ile-d-yeu`.
 */
export function slug(name: string): string {
  return name
    .replaceAll(/œ/gi, "oe")
    .replaceAll(/æ/gi, "ae")
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
