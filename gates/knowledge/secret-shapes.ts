import type { Localised } from "../../problems/language";

/** What a text gives away. The secret itself is never kept, nor told. */
export interface Leak {
  readonly kind: Localised;

  /** `false`: a long random text, which may as well be a harmless one. */
  readonly sure: boolean;
}

export const leak = (en: string, fr: string): Leak => ({ kind: { en, fr }, sure: true });

/** Secrets that give themselves away by their shape. */
interface Shape {
  /** Texts of which one stands in it, looked for first: it costs a tenth of a pattern. */
  readonly hints: readonly string[];

  /** Every repetition is bounded: a hostile text must not stall us. */
  readonly pattern: RegExp;
  readonly leak: Leak;
}

const SHAPES: readonly Shape[] = [
  {
    hints: ["PRIVATE KEY"],
    pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/,
    leak: leak("a private key", "une clé privée"),
  },
  {
    hints: ["AGE-SECRET-KEY-1"],
    pattern: /\bAGE-SECRET-KEY-1[A-Z0-9]{20}/,
    leak: leak("a private key", "une clé privée"),
  },
  {
    hints: ["AKIA", "ASIA"],
    pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
    leak: leak("an S3 or AWS access key", "une clé d'accès S3 ou AWS"),
  },
  { hints: ["glpat-"], pattern: /\bglpat-[\w-]{20}/, leak: leak("a GitLab token", "un jeton GitLab") },
  {
    hints: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30}|github_pat_\w{30})/,
    leak: leak("a GitHub token", "un jeton GitHub"),
  },
  { hints: ["hvs."], pattern: /\bhvs\.[\w-]{20}/, leak: leak("a Vault token", "un jeton Vault") },
  { hints: ["gAAAA"], pattern: /\bgAAAA[\w-]{80}/, leak: leak("an OpenStack token", "un jeton OpenStack") },
  {
    hints: ["eyJ"],
    pattern: /\beyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]{8}/,
    leak: leak("a signed token (JWT)", "un jeton signé (JWT)"),
  },
  {
    hints: ["uthorization:", "UTHORIZATION:"],
    pattern: /\bauthorization:[ \t]{0,9}(?:bearer|basic)[ \t]{1,9}[\w+/=.-]{8}/i,
    leak: leak("an authorization header", "un en-tête d'autorisation"),
  },
  {
    hints: ["://"],
    pattern: /:\/\/[^\s/:@"']{0,100}:(?![$<{%])[^\s/@"']{3,200}@/,
    leak: leak("a password in an address", "un mot de passe dans une adresse"),
  },
  {
    hints: ["curl"],
    pattern: /\bcurl\b[^\n]{0,500}[ \t](?:-u|--user)[ =]["']?[^\s:"']{1,100}:(?!\$)[^\s"']/,
    leak: leak("a password given to curl", "un mot de passe donné à curl"),
  },
  {
    hints: ["chpasswd"],
    pattern:
      /\becho[ \t]{1,9}(?:-\w{1,3}[ \t]{1,9})?["']?[\w.-]{1,60}:(?!\$)[^\s|"']{4,200}["']?[ \t]{0,9}\|[^\n]{0,40}\bchpasswd/,
    leak: leak("a user's password", "le mot de passe d'un utilisateur"),
  },
  {
    hints: ["chpasswd:"],
    pattern:
      /\bchpasswd:[^#]{0,200}?\blist:[ \t]{0,9}(?:\|[-+]?[ \t]{0,9})?\n?[ \t]{0,40}(?:-[ \t]{1,9})?["']?[\w.-]{1,60}:(?!\$|R\b|RANDOM\b)\S{4}/,
    leak: leak("a user's password", "le mot de passe d'un utilisateur"),
  },
];

/** The secret that a text shows by its shape, if any. */
export function shapeIn(text: string): Leak | undefined {
  return SHAPES.find(({ hints, pattern }) => hints.some((hint) => text.includes(hint)) && pattern.test(text))?.leak;
}
