import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KIT } from "../../config-folder";
import type { Mistake } from "../mistake";

/** A file of the example in which one piece of text is another. */
function changed(file: string, from: string, to: string): { file: string; text: string } {
  const text = readFileSync(join(KIT, "config", file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} no longer says ${from}`);
  return { file, text: text.replace(from, to) };
}

const SYNDICATE = "syndicate.yaml";
const TARGET = "targets/dc-aunis.yaml";
const FACTS = "facts/dc-aunis.yaml";
const GED = "services/ged.yaml";

export const SYNDICATE_MISTAKES: readonly Mistake[] = [
  {
    name: "a target that does not exist",
    ...changed(SYNDICATE, "target: dc-aunis", "target: dc-anis"),
    problems: ["unknown-target 4:9"],
    says: ["« dc-anis »", "`dc-aunis`"],
  },
  {
    name: "public addresses for the towns",
    ...changed(SYNDICATE, "10.64.0.0/10", "192.0.0.0/16"),
    problems: ["pool-unusable 7:9"],
    says: ["192.0.0.0/16", "10.0.0.0/8"],
  },
  {
    name: "a pool smaller than one town",
    ...changed(SYNDICATE, "10.64.0.0/10", "10.64.0.0/24"),
    problems: ["pool-unusable 7:9"],
    says: ["10.64.0.0/24", "/22"],
  },
  {
    name: "a private key, or anything that is no public key",
    ...changed(SYNDICATE, "ssh-ed25519 AAAA", "-----BEGIN AAAA"),
    problems: ["wrong-format 13:5"],
    says: ["administratorKeys", ".pub"],
  },
  {
    name: "administration from everywhere",
    ...changed(SYNDICATE, "192.0.2.16/28", "0.0.0.0/0"),
    problems: ["access-too-wide 10:5"],
    says: ["0.0.0.0/0", "administration"],
  },
  {
    name: "administration from everywhere in IPv6",
    ...changed(SYNDICATE, "192.0.2.16/28", '"::/0"'),
    problems: ["access-too-wide 10:5"],
    says: ["::/0", "longueur 32"],
  },
  {
    name: "administration from the hosts of the towns",
    ...changed(SYNDICATE, "192.0.2.16/28", "10.0.0.0/8"),
    problems: ["access-from-pool 10:5"],
    says: ["10.0.0.0/8", "10.64.0.0/10"],
  },
  {
    name: "an e-mail address without a domain",
    ...changed(SYNDICATE, "rssi@aunis-numerique.example", "rssi"),
    problems: ["wrong-format 16:9"],
    says: ["« rssi »", "nom@domaine.fr"],
  },
  {
    name: "no contacts at all",
    ...changed(SYNDICATE, "contacts:", "contact:"),
    problems: ["missing-key 3:1", "unknown-key 14:1"],
    says: ["« contacts »"],
  },
];

export const TARGET_MISTAKES: readonly Mistake[] = [
  {
    name: "a flavour that was not found",
    ...changed(TARGET, "large: c4-r8", "large: c4-r9"),
    problems: ["unknown-flavour 17:10"],
    says: ["« c4-r9 »", "facts/dc-aunis.yaml", "`c4-r8`"],
  },
  {
    name: "an image that was not found",
    ...changed(TARGET, "debian-13-20260914", "debian-13-20260915"),
    problems: ["unknown-image 21:11"],
    says: ["« debian-13-20260915 »", "debian-13-20260914"],
  },
  {
    name: "an external network that was not found",
    ...changed(TARGET, "externalNetwork: public1", "externalNetwork: internet"),
    problems: ["unknown-external-network 11:18"],
    says: ["« internet »", "public1"],
  },
  {
    name: "volume types that were not found",
    ...changed(TARGET, "type: luks\n  encrypted: [luks]", "type: lucks\n  encrypted: [luks, lux]"),
    problems: ["unknown-volume-type 23:9", "unknown-volume-type 24:21"],
    says: ["« lucks »", "`luks`"],
  },
  {
    name: "a country in full",
    ...changed(TARGET, "country: FR\n  place", "country: France\n  place"),
    problems: ["wrong-format 7:12"],
    says: ["« France »", "`FR`"],
  },
  {
    name: "an address without https",
    ...changed(TARGET, "https://keystone", "keystone"),
    problems: ["wrong-format 9:10"],
    says: ["keystone.dc-aunis.example:5000/v3", "`https://keystone.dc-aunis.example:5000/v3`"],
  },
  {
    name: "a resolver by its name",
    ...changed(TARGET, "[192.0.2.53, 192.0.2.54]", "[dns.example, 192.0.2.54]"),
    problems: ["address-malformed 12:13"],
    says: ["« dns.example »"],
  },
  {
    name: "a date the French way",
    ...changed(TARGET, "asOf: 2026-03-12", "asOf: 12/03/2026"),
    problems: ["wrong-date 26:9"],
    says: ["« 12/03/2026 »", "`2026-03-12`"],
  },
  {
    name: "a day that does not exist",
    ...changed(TARGET, "asOf: 2026-03-12", "asOf: 2026-02-30"),
    problems: ["wrong-date 26:9"],
    says: ["« 2026-02-30 »"],
  },
  {
    name: "a price with a comma",
    ...changed(TARGET, "c1-r2: 9.20", "c1-r2: 9,20"),
    problems: ["wrong-type 29:12"],
    says: ["« 9,20 »", "`9.20`"],
  },
  {
    name: "a negative price",
    ...changed(TARGET, "router: 2.50", "router: -2.50"),
    problems: ["number-out-of-bounds 37:11"],
    says: ["-2.50", "au moins 0"],
  },
  {
    name: "a qualification that ends before it starts",
    ...changed(
      TARGET,
      "prices:",
      "qualifications:\n  - { scheme: HDS, offer: Salle 1, from: 2026-05-01, to: 2025-05-01, checkedOn: 2026-09-01 }\nprices:",
    ),
    problems: ["dates-reversed 26:58"],
    says: ["2026-05-01", "2025-05-01"],
  },
  {
    name: "a kind of host without a flavour",
    ...changed(TARGET, "  xlarge: c8-r16\n", ""),
    problems: ["missing-key 14:1"],
    says: ["« flavours.xlarge »"],
  },
];

export const CATALOGUE_MISTAKES: readonly Mistake[] = [
  {
    name: "facts of a day without its hour",
    ...changed(FACTS, "2026-11-24T09:25:08Z", "2026-11-24"),
    problems: ["wrong-date 5:13"],
    says: ["« 2026-11-24 »", "`2026-11-24T00:00:00Z`"],
  },
  {
    name: "a volume type that is not encrypted",
    file: FACTS,
    text: `${readFileSync(join(KIT, "config", FACTS), "utf8").replace(/^encryptedVolumeTypes.*\n( {1,2}- .*\n)*/m, "")}encryptedVolumeTypes: [standard]\n`,
    problems: ["targets/dc-aunis.yaml: encryption-contradicted 24:15"],
    says: ["« luks »", "standard"],
  },
  {
    name: "a service whose image no target names",
    ...changed(GED, "image: debian", "image: debain"),
    problems: ["unknown-service-image 6:8"],
    says: ["« debain »", "targets/dc-aunis.yaml", "`debian`"],
  },
  {
    name: "a sensitivity that does not exist",
    ...changed(GED, "sensitivity: internal", "sensitivity: interne"),
    problems: ["not-in-list 4:14"],
    says: ["« interne »", "`internal`"],
  },
  {
    name: "a package that cannot exist",
    ...changed(GED, "[postgresql, nginx", "[postgresql, Nginx"),
    problems: ["wrong-format 7:24"],
    says: ["« Nginx »", "`nginx`"],
  },
  {
    name: "a service without a smallest size",
    ...changed(GED, "  XS: { hosts: 1, flavour: small, dataGiB: 10, documentsGiB: 50 }\n", ""),
    problems: ["missing-key 11:1"],
    says: ["« sizing.XS »"],
  },
  {
    name: "a smallest size that leaves something out",
    ...changed(GED, "hosts: 1, flavour: small, ", ""),
    problems: ["missing-key 12:3", "missing-key 12:3"],
    says: ["« sizing.XS.hosts »"],
  },
  {
    name: "a hole between two sizes",
    ...changed("sizes/M.yaml", "from: 3500", "from: 4000"),
    problems: ["sizes-not-contiguous 4:9"],
    says: ["4000", "3500", "S finit là"],
  },
  {
    name: "sizes that do not start at 0",
    ...changed("sizes/XS.yaml", "from: 0", "from: 1"),
    problems: ["sizes-not-contiguous 4:9"],
    says: ["plus petite classe"],
  },
  {
    name: "a largest size with an end",
    ...changed("sizes/XXL.yaml", "from: 100000", "from: 100000\n  below: 5000000"),
    problems: ["sizes-not-contiguous 5:10"],
    says: ["plus grande classe", "Enlevez"],
  },
  {
    name: "a size in the middle without an end",
    ...changed("sizes/S.yaml", "  below: 3500\n", ""),
    problems: ["sizes-not-contiguous 3:1"],
    says: ["below: 3500", "M commence là"],
  },
  {
    name: "a zone that does not exist",
    ...changed("sizes/L.yaml", "[entry, apps", "[entrée, apps"),
    problems: ["not-in-list 6:9"],
    says: ["« entrée »", "`entry`"],
  },
];

export const LEDGER_MISTAKES: readonly Mistake[] = [
  {
    name: "a block that is no /22",
    ...changed("addresses.yaml", "10.64.20.0/22", "10.64.20.0/24"),
    problems: ["block-wrong-length 9:10"],
    says: ["10.64.20.0/24", "/22"],
  },
  {
    name: "a block outside the pool",
    ...changed("addresses.yaml", "10.64.20.0/22", "10.0.20.0/22"),
    problems: ["block-outside-pool 9:10"],
    says: ["10.0.20.0/22", "10.64.0.0/10"],
  },
  {
    name: "the same block for two towns",
    ...changed("addresses.yaml", "10.64.20.0/22", "10.64.8.0/22"),
    problems: ["blocks-overlap 9:10"],
    says: ["10.64.8.0/22", "ligne 6", "17299"],
  },
  {
    name: "a block that holds another",
    ...changed("addresses.yaml", "10.64.0.0/22", "10.64.0.0/21"),
    problems: ["block-wrong-length 4:10", "blocks-overlap 5:10"],
  },
  {
    name: "a block that is not one",
    ...changed("addresses.yaml", "10.64.20.0/22", "10.64.21.0/22"),
    problems: ["range-host-bits 9:10"],
    says: ["`10.64.20.0/22`"],
  },
  {
    name: "a town without a line",
    ...changed("addresses.yaml", '"2A108": 10.64.20.0/22 # Évisa\n', ""),
    problems: ["towns/2A108-evisa.yaml: town-without-addresses 2:8"],
    says: ["Évisa (2A108)", "./beffroi allocate"],
  },
  {
    name: "a code without quotes",
    ...changed("addresses.yaml", '"17004"', "17004"),
    problems: ["yaml-key-not-text 4:1"],
    says: ['"17004"'],
  },
  {
    name: "a code that nobody has",
    ...changed("addresses.yaml", '"2A108"', '"2A999": 10.64.24.0/22\n"2A108"'),
    problems: ["insee-unknown 9:1"],
    says: ["« 2A999 »"],
  },
];
