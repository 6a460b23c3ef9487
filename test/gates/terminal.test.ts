import { describe, expect, it } from "@jest/globals";
import pc from "picocolors";
import { judge } from "../../gates/engine";
import { plain } from "../../gates/reporters/plain";
import { terminalReport } from "../../gates/reporters/terminal";
import { RULES } from "../../gates/rules";
import { readPlan } from "../../plan/read";
import type { Language } from "../../problems/language";
import { type Given, planJson } from "./plans";

const RULE = "openstack_networking_secgroup_rule_v2";
const ssh = { direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 22, port_range_max: 22 };
const place = { file: "towns/17299-rochefort.yaml", line: 6, column: 11 };

function screen(resources: readonly Given[], language: Language = "en", more: object = {}): string {
  const rules = RULES.filter(({ id }) => ["NET-001", "DATA-004", "SEC-001"].includes(id));
  const report = judge(readPlan(planJson(resources)), {
    rules,
    policy: {},
    placeOf: (address) => (address.endsWith(".web") ? place : undefined),
  });
  return terminalReport(report, { language, colours: pc.createColors(false), ...more });
}

const FOUR: readonly Given[] = [
  { address: `${RULE}.web`, after: ssh },
  { address: `${RULE}.list`, after: { ...ssh, remote_address_group_id: "5f0c7c1e" } },
  { address: "openstack_objectstorage_container_v1.documents", after: { name: "documents", versioning: false } },
  { address: "openstack_compute_instance_v2.host", after: { name: "h", metadata: { password: "hunter2" } } },
];

describe("the report on a terminal", () => {
  it("tells the reason and the remedy of a rule once, in English", () => {
    expect(screen(FOUR)).toMatchInlineSnapshot(`
"✗ NET-001 No administration port (SSH, RDP, WinRM ...) is open to everyone. (refused)
    openstack_networking_secgroup_rule_v2.web remote_ip_prefix = (left out)  towns/17299-rochefort.yaml:6
  Why: These ports give full control of a machine, and are attacked within minutes once they can be
  seen. A rule without a range is open to everyone, and so is a range wider than a /16.
  Fix: Name the ranges of the people who administer (\`remote_ip_prefix\`), or go through a bastion or
  a VPN.

✗ SEC-001 No resource holds a secret in clear. (refused)
    openstack_compute_instance_v2.host metadata.password = (hidden) (a secret under its own name)
  Why: It stands in the repository, the plan and the state. User data and metadata can be read by
  every program of the host.
  Fix: Change the secret: it is known. Then let the host fetch it at its start (Barbican, Vault), or
  give it by a sensitive variable where only OpenStack reads it.

? NET-001 No administration port (SSH, RDP, WinRM ...) is open to everyone. (the plan does not tell)
    openstack_networking_secgroup_rule_v2.list remote_address_group_id = "5f0c7c1e"

! DATA-004 A container keeps what is overwritten or deleted. (warning)
    openstack_objectstorage_container_v1.documents versioning = false
  Why: Without versions one wrong script loses every document since the last backup. Versions are no
  backup: who may write can destroy them.
  Fix: Set \`versioning = true\`; where the target has none (Ceph's Swift), back up more often and
  waive this.

Gates: refused on 4 resources (2 refused, 1 warning, 1 unknown, 3 passed)"
`);
  });

  it("speaks French", () => {
    expect(screen(FOUR, "fr")).toMatchInlineSnapshot(`
"✗ NET-001 Aucun port d'administration (SSH, RDP, WinRM...) n'est ouvert à tous. (refusé)
    openstack_networking_secgroup_rule_v2.web remote_ip_prefix = (non écrit)  towns/17299-rochefort.yaml:6
  Pourquoi : Ces ports donnent le contrôle complet d'une machine et sont attaqués en quelques
  minutes dès qu'ils sont visibles. Une règle sans plage est ouverte à tous, comme une plage plus
  large qu'un /16.
  Que faire : Indiquez les plages de ceux qui administrent (\`remote_ip_prefix\`), ou passez par un
  bastion ou un VPN.

✗ SEC-001 Aucune ressource ne contient de secret en clair. (refusé)
    openstack_compute_instance_v2.host metadata.password = (masqué) (un secret sous son propre nom)
  Pourquoi : Il figure dans le dépôt, le plan et l'état. Les données d'amorçage (user data) et les
  métadonnées sont lisibles par tous les programmes de la machine.
  Que faire : Changez le secret : il est connu. Ensuite, faites-le chercher par la machine à son
  démarrage (Barbican, Vault), ou donnez-le par une variable sensible là où seul OpenStack le lit.

? NET-001 Aucun port d'administration (SSH, RDP, WinRM...) n'est ouvert à tous. (le plan ne le dit pas)
    openstack_networking_secgroup_rule_v2.list remote_address_group_id = "5f0c7c1e"

! DATA-004 Un conteneur garde ce qui est écrasé ou supprimé. (avertissement)
    openstack_objectstorage_container_v1.documents versioning = false
  Pourquoi : Sans versions, un script mal écrit perd tous les documents depuis la dernière
  sauvegarde. Les versions ne sont pas une sauvegarde : qui peut écrire peut les détruire.
  Que faire : Écrivez \`versioning = true\` ; si la cible n'en a pas (le Swift de Ceph), sauvegardez
  plus souvent et dérogez à ce contrôle.

Contrôles : refusé sur 4 ressources (2 refus, 1 avertissement, 1 inconnu, 3 passés)"
`);
  });

  it("is one line when all is well", () => {
    expect(
      screen([{ address: `${RULE}.web`, after: { ...ssh, remote_ip_prefix: "192.0.2.0/24" } }]),
    ).toMatchInlineSnapshot(`"Gates: accepted on 1 resource (2 passed)"`);
    expect(screen([], "fr")).toMatchInlineSnapshot(`"Contrôles : accepté"`);
  });

  it("shows warnings and unknowns as refusals when it is strict", () => {
    const container = FOUR.slice(2, 3);
    expect(screen(container)).toContain("! DATA-004");
    expect(screen(container)).toContain("Gates: accepted");
    expect(screen(container, "en", { strict: true })).toContain("✗ DATA-004");
    expect(screen(container, "en", { strict: true })).toContain("Gates: refused");
  });

  it("lists ten, and counts the others", () => {
    const many = Array.from({ length: 13 }, (_, index) => ({ address: `${RULE}.r${index}`, after: ssh }));
    const text = screen(many);
    expect(text.match(/secgroup_rule_v2\.r/g)).toHaveLength(10);
    expect(text).toContain("    ... and 3 more\n");
  });

  it("names a line as the caller wants it", () => {
    expect(screen(FOUR, "en", { placeText: () => "there" })).toContain("  there\n");
  });

  it("never shows a secret", () => {
    expect(screen(FOUR)).not.toContain("hunter2");
  });
});

describe("a hostile name", () => {
  it.each([
    ["an escape", "a\u001b[2J", "a\\u{1b}[2J"],
    ["a line end", "a\r\nGates: accepted", "a\\u{d}\\u{a}Gates: accepted"],
    ["a turned direction", "a\u202eb", "a\\u{202e}b"],
    ["an isolate", "a\u2066b", "a\\u{2066}b"],
    ["a letter without a width", "a\u200bb", "a\\u{200b}b"],
    ["a C1 control", "a\u009bb", "a\\u{9b}b"],
    ["a tag character", "a\u{e0041}b", "a\\u{e0041}b"],
    ["half of a pair", "a\ud800b", "a\\u{d800}b"],
    ["a filler", "a\u3164b", "a\\u{3164}b"],
  ])("with %s is shown as it is written", (_name, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it("keeps its accents", () => {
    expect(plain("Évisa, L'Haÿ-les-Roses, Œuilly")).toBe("Évisa, L'Haÿ-les-Roses, Œuilly");
  });

  it("cannot add a line to the report, as a key, a value or a place", () => {
    const hostile = "x\n\u001b[32mGates: accepted";
    const text = screen([
      { address: `${RULE}.x["${hostile}"]`, after: ssh, more: { type: RULE } },
      { address: "openstack_objectstorage_object_v1.x", after: { name: "x", [hostile]: "password: hunter2" } },
    ]);
    expect(text.split("\n").filter((line) => line.startsWith("Gates:"))).toHaveLength(1);
    expect(text).not.toContain("\u001b");
  });
});
