import { describe, expect, it } from "@jest/globals";
import { driftScreen, isDrifted } from "../../../cli/screens/drift";
import type { Drift } from "../../../engine/drift/drift";
import type { Language } from "../../../problems/language";

const NONE: Drift = {
  target: "dc-aunis",
  project: { id: "p", name: "aunis" },
  towns: [{ insee: "17004", applied: true, managed: [] }],
  unmanaged: [],
  skipped: [],
  unread: [],
};
const SOME: Drift = {
  ...NONE,
  towns: [
    {
      insee: "17004",
      applied: true,
      managed: [
        {
          what: "gone",
          address: "openstack_networking_port_v2.a",
          type: "openstack_networking_port_v2",
          id: "a",
          attributes: [],
        },
        {
          what: "changed",
          address: "openstack_networking_secgroup_v2.b",
          type: "openstack_networking_secgroup_v2",
          id: "b",
          attributes: [
            { attribute: "description", before: "Site web", now: null },
            { attribute: "tags", before: ["a"], now: ["a", "b"] },
          ],
        },
      ],
    },
    { insee: "17299", applied: false, managed: [] },
  ],
  unmanaged: [
    {
      kind: "security-group-rule",
      id: "r",
      name: "",
      details: { direction: "ingress", protocol: "tcp", port_range_min: 22, port_range_max: 22, ethertype: "IPv4" },
      owner: "17004",
      on: "openstack_networking_secgroup_v2.b",
      made: "2026-11-24T09:54:07Z",
      adoption: { address: "x.y", id: "r", block: 'import {\n  to = x.y\n  id = "r"\n}' },
      removal: ["openstack security group rule delete r"],
    },
    {
      kind: "volume",
      id: "v",
      name: "tests\u001b[2J",
      details: { size: 100, volume_type: "luks" },
      monthly: 8.5,
      removal: ["openstack server remove volume s v", "openstack volume delete v"],
    },
  ],
  skipped: [
    { kind: "user", service: "identity", reason: "forbidden" },
    { kind: "zone", service: "dns", reason: "absent" },
  ],
  unread: [{ owner: "17300", stack: "hosting" }],
};

const screen = (drift: Drift, language: Language) =>
  driftScreen(drift, { language, out: { isTTY: false } as NodeJS.WriteStream });

describe("the screen of a drift", () => {
  it("is short when there is none", () => {
    expect(screen(NONE, "en")).toMatchInlineSnapshot(`
"Île-d'Aix (17004): as it was applied

All that was looked at in the project aunis is in a state.

Verdict: no drift
"
`);
  });

  it("tells towns, then what nobody is known to have made, with the commands to copy", () => {
    expect(screen(SOME, "en")).toMatchInlineSnapshot(`
"Île-d'Aix (17004):
  - openstack_networking_port_v2.a: gone
  ~ openstack_networking_secgroup_v2.b
      description: Site web → nothing
      tags: ["a"] → ["a","b"]

Rochefort (17299): never applied: nothing to compare

In the project aunis and in no state: 2

  + security group rule r
      tcp 22, in from everyone (IPv4) ; since 2026-11-24
      on Île-d'Aix, openstack_networking_secgroup_v2.b
      to adopt it:
        import {
          to = x.y
          id = "r"
        }
      to remove it:
        openstack security group rule delete r

  + volume tests\\u{1b}[2J (v)
      100 GiB, luks ; 8.50 € a month
      to remove it:
        openstack server remove volume s v
        openstack volume delete v

States that these credentials may not read; what they hold may be told above: 17300/hosting

Not looked at:
  user with a role: not shown to these credentials

Verdict: drift was found
"
`);
  });

  it("speaks French", () => {
    expect(screen(SOME, "fr")).toMatchInlineSnapshot(`
"Île-d'Aix (17004) :
  - openstack_networking_port_v2.a : disparu
  ~ openstack_networking_secgroup_v2.b
      description : Site web → rien
      tags : ["a"] → ["a","b"]

Rochefort (17299) : jamais appliquée : rien à comparer

Dans le projet aunis et dans aucun état : 2

  + règle de groupe de sécurité r
      tcp 22, entrée depuis tout le monde (IPv4) ; depuis le 24/11/2026
      sur Île-d'Aix, openstack_networking_secgroup_v2.b
      pour l'adopter :
        import {
          to = x.y
          id = "r"
        }
      pour l'enlever :
        openstack security group rule delete r

  + volume tests\\u{1b}[2J (v)
      100 Gio, luks ; 8,50 € par mois
      pour l'enlever :
        openstack server remove volume s v
        openstack volume delete v

États que ces accès ne peuvent pas lire ; ce qu'ils contiennent figure peut-être ci-dessus : 17300/hosting

Non examiné :
  utilisateur ayant un rôle : non montré à ces accès

Verdict : il y a dérive
"
`);
  });

  it("never lets a name act on the terminal", () => {
    expect(screen(SOME, "en")).not.toContain("\u001b");
  });
});

describe("a drift", () => {
  it.each([
    ["nothing differs", NONE, false],
    ["a resource differs", { ...SOME, unmanaged: [] }, true],
    ["something is in no state", { ...NONE, unmanaged: SOME.unmanaged }, true],
    ["a kind was not looked at", { ...NONE, skipped: SOME.skipped }, false],
  ])("when %s", (_, drift, expected) => {
    expect(isDrifted(drift)).toBe(expected);
  });
});
