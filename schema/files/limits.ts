import { z } from "zod";
import { about } from "../about";
import { text } from "../values";

/** One limit. -1: OpenStack's own way of saying that there is none. */
const limit = (en: string, fr: string) =>
  z
    .int()
    .min(-1)
    .optional()
    .meta(about(`${en} -1: no limit.`, `${fr} -1 : pas de limite.`, { examples: [100] }));

/** What a project may have at most, by service; a service that is not there, or says nothing, is left out. */
export const limits = z.strictObject({
  project: text.meta(
    about("Project whose limits these are.", "Projet dont ce sont les limites.", { examples: ["hosting"] }),
  ),
  compute: z
    .strictObject({
      instances: limit("Hosts.", "Machines."),
      cores: limit("Virtual processors.", "Processeurs virtuels."),
      ramMiB: limit("Memory of all hosts, in MiB.", "Mémoire de toutes les machines, en Mio."),
      keypairs: limit("Key pairs of one user.", "Paires de clés d'un utilisateur."),
      serverGroups: limit("Server groups.", "Groupes de serveurs."),
      serverGroupMembers: limit("Hosts of one server group.", "Machines d'un groupe de serveurs."),
    })
    .optional()
    .meta(about("Limits of the hosts.", "Limites des machines.", { examples: [{ instances: 100, cores: 200 }] })),
  volume: z
    .strictObject({
      volumes: limit("Volumes.", "Volumes."),
      gibibytes: limit("Volumes and snapshots, in GiB.", "Volumes et instantanés, en Gio."),
      snapshots: limit("Snapshots.", "Instantanés."),
      backups: limit("Volume backups.", "Sauvegardes de volume."),
      backupGibibytes: limit("Volume backups, in GiB.", "Sauvegardes de volume, en Gio."),
    })
    .optional()
    .meta(about("Limits of the volumes.", "Limites des volumes.", { examples: [{ volumes: 100, gibibytes: 5000 }] })),
  network: z
    .strictObject({
      networks: limit("Networks.", "Réseaux."),
      subnets: limit("Subnets.", "Sous-réseaux."),
      ports: limit("Ports.", "Ports."),
      routers: limit("Routers.", "Routeurs."),
      floatingIps: limit("Public addresses.", "Adresses publiques."),
      securityGroups: limit("Security groups.", "Groupes de sécurité."),
      securityGroupRules: limit("Rules of all security groups.", "Règles de tous les groupes de sécurité."),
    })
    .optional()
    .meta(about("Limits of the networks.", "Limites des réseaux.", { examples: [{ networks: 100, routers: 10 }] })),
  balancers: z
    .strictObject({
      loadBalancers: limit("Load balancers.", "Répartiteurs."),
      listeners: limit("Listeners.", "Points d'écoute."),
      pools: limit("Pools.", "Groupes de serveurs derrière un répartiteur."),
      members: limit("Members of all pools.", "Membres de tous ces groupes."),
    })
    .optional()
    .meta(about("Limits of the load balancers.", "Limites des répartiteurs.", { examples: [{ loadBalancers: 10 }] })),
  dns: z
    .strictObject({
      zones: limit("Zones.", "Zones."),
      recordsets: limit("Records of one zone.", "Enregistrements d'une zone."),
    })
    .optional()
    .meta(about("Limits of the domain names.", "Limites des noms de domaine.", { examples: [{ zones: 10 }] })),
});

export type Limits = z.output<typeof limits>;
