import type { Localised } from "../../problems/language";

export interface ServiceKind {
  readonly title: Localised;

  /** Types under which the catalogue may hold it, the official one first. */
  readonly types: readonly string[];

  /** What follows the address when the catalogue's has no version. */
  readonly version: string;
}

/** The services that Beffroi speaks to. */
export const SERVICES = {
  identity: {
    title: { en: "identity (Keystone)", fr: "les identités (Keystone)" },
    types: ["identity"],
    version: "v3",
  },
  compute: {
    title: { en: "hosts (Nova)", fr: "les machines (Nova)" },
    types: ["compute"],
    version: "v2.1",
  },
  network: {
    title: { en: "networks (Neutron)", fr: "les réseaux (Neutron)" },
    types: ["network"],
    version: "v2.0",
  },
  image: {
    title: { en: "images (Glance)", fr: "les images (Glance)" },
    types: ["image"],
    version: "v2",
  },
  volume: {
    title: { en: "volumes (Cinder)", fr: "les volumes (Cinder)" },
    types: ["block-storage", "volumev3", "block-store"],
    version: "v3",
  },
  objects: {
    title: { en: "documents (Swift)", fr: "les documents (Swift)" },
    types: ["object-store"],
    version: "v1",
  },
  secrets: {
    title: { en: "secrets (Barbican)", fr: "les secrets (Barbican)" },
    types: ["key-manager"],
    version: "v1",
  },
  balancers: {
    title: { en: "load balancers (Octavia)", fr: "les répartiteurs (Octavia)" },
    types: ["load-balancer"],
    version: "v2",
  },
  dns: {
    title: { en: "domain names (Designate)", fr: "les noms de domaine (Designate)" },
    types: ["dns"],
    version: "v2",
  },
} as const satisfies Record<string, ServiceKind>;
export type Service = keyof typeof SERVICES;
