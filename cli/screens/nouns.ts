import type { Language } from "../../problems/language";

type Forms = readonly [one: string, many: string];

/** What people call each type of resource. */
const NOUNS: Readonly<Record<string, Readonly<Record<Language, Forms>>>> = {
  openstack_blockstorage_volume_v3: {
    en: ["data volume", "data volumes"],
    fr: ["volume de données", "volumes de données"],
  },
  openstack_compute_instance_v2: { en: ["host", "hosts"], fr: ["machine", "machines"] },
  openstack_compute_servergroup_v2: {
    en: ["server group", "server groups"],
    fr: ["groupe de machines", "groupes de machines"],
  },
  openstack_compute_volume_attach_v2: { en: ["attachment", "attachments"], fr: ["attachement", "attachements"] },
  openstack_networking_network_v2: { en: ["network", "networks"], fr: ["réseau", "réseaux"] },
  openstack_networking_port_v2: { en: ["port", "ports"], fr: ["port", "ports"] },
  openstack_networking_router_interface_v2: {
    en: ["router interface", "router interfaces"],
    fr: ["interface de routeur", "interfaces de routeur"],
  },
  openstack_networking_router_v2: { en: ["router", "routers"], fr: ["routeur", "routeurs"] },
  openstack_networking_secgroup_rule_v2: { en: ["flow", "flows"], fr: ["flux", "flux"] },
  openstack_networking_secgroup_v2: {
    en: ["security group", "security groups"],
    fr: ["groupe de sécurité", "groupes de sécurité"],
  },
  openstack_networking_subnet_v2: { en: ["subnet", "subnets"], fr: ["sous-réseau", "sous-réseaux"] },
  openstack_objectstorage_container_v1: {
    en: ["document container", "document containers"],
    fr: ["conteneur de documents", "conteneurs de documents"],
  },
};

/** "2 hosts", "1 routeur"; a type without a noun goes by its own name. */
export function counted(type: string, count: number, language: Language): string {
  const forms = NOUNS[type]?.[language];
  // In French, zero and one are singular; neither language counts zero here.
  return `${count} ${forms ? forms[count === 1 ? 0 : 1] : type}`;
}

/** "host", "routeur": one of them. */
export function noun(type: string, language: Language): string {
  return NOUNS[type]?.[language][0] ?? type;
}
