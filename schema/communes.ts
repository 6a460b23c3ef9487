/** A commune as INSEE knows it; figures come from `@etalab/decoupage-administratif`. */
export interface Commune {
  /** INSEE code: 5 characters, unique, unlike the name. */
  readonly insee: string;

  /** Official name, with its accents, hyphens and apostrophes. */
  readonly name: string;

  /** Legal population (municipal). */
  readonly population: number;

  /** SIREN of the commune, 9 digits. */
  readonly siren: string;

  /** Code of the department: `17`, `2A`, `974`. */
  readonly department: string;
}
