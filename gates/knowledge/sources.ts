import type { Source } from "../rule";

/** Security of processing: encryption, resilience, restoration in good time. */
export const GDPR_32: Source = {
  text: { en: "GDPR, Regulation (EU) 2016/679, article 32", fr: "RGPD, règlement (UE) 2016/679, article 32" },
  date: "2016-04-27",
};

/** Public archives, which is what a town produces, may not leave the national territory. */
export const PUBLIC_ARCHIVES: Source = {
  text: {
    en: "Code du patrimoine, L211-1, L211-4 and L111-7; circular DGP/SIAF/2016/006",
    fr: "Code du patrimoine, L211-1, L211-4 et L111-7 ; note d'information DGP/SIAF/2016/006",
  },
  date: "2016-04-05",
};

export const OVH_MULTIATTACH: Source = {
  text: {
    en: "GDPR, article 32; OVHcloud, limits of classic-multiattach volumes: the default type cannot be encrypted",
    fr: "RGPD, article 32 ; OVHcloud, limites des volumes classic-multiattach : le type par défaut ne se chiffre pas",
  },
  date: "2025-05-06",
};

export const OVH_SUBNETS: Source = {
  text: {
    en: "OVHcloud, public cloud network, known limits: addresses taken in each subnet",
    fr: "OVHcloud, réseau du Public Cloud, limites connues : adresses prises dans chaque sous-réseau",
  },
  date: "2024-03-01",
};

export const OVH_IMAGES: Source = {
  text: {
    en: "OVHcloud, how to use Terraform: the image behind a name is refreshed",
    fr: "OVHcloud, utiliser Terraform : l'image derrière un nom est renouvelée",
  },
  date: "2026-01-14",
};

export const SNC_FLAVOURS: Source = {
  text: {
    en: "OVHcloud, SNC Cloud Platform with Terraform: flavours have no disk of their own",
    fr: "OVHcloud, SNC Cloud Platform avec Terraform : les gabarits n'ont pas de disque propre",
  },
  date: "2026-09-29",
};
