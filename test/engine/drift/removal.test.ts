import { describe, expect, it } from "@jest/globals";
import { foundIn } from "../../../engine/drift/found";
import { removalOf } from "../../../engine/drift/removal";
import { shellLine } from "../../../engine/drift/shell";
import { ITEM_KINDS, type Item } from "../../../engine/openstack/inventory";
import { item, surveyOf } from "./world";

function removal(...items: Item[]): string[] {
  const all = foundIn(surveyOf(items).inventory);
  return all[0] ? removalOf(all[0], { projectId: "town", userId: "me", going: new Set(["server going"]), all }) : [];
}

describe("the commands that remove a thing", () => {
  it.each<[Item[], string[]]>([
    [[item("security-group-rule", "r")], ["openstack security group rule delete r"]],
    [[item("port", "p", { device_owner: "" })], ["openstack port delete p"]],
    [
      [item("port", "p", { device_owner: "network:router_interface", device_id: "r" })],
      ["openstack router remove port r p"],
    ],
    [
      [item("router", "r"), item("port", "p", { device_owner: "network:router_interface", device_id: "r" })],
      ["openstack router remove port r p", "openstack router delete r"],
    ],
    [
      [item("volume", "v", { attachments: [{ server_id: "s" }] })],
      ["openstack server remove volume s v", "openstack volume delete v"],
    ],
    [[item("volume", "v", { attachments: [{ server_id: "going" }] })], ["openstack volume delete v"]],
    [[item("container", "c", { count: 0 }, "c")], ["openstack container delete c"]],
    [[item("container", "c", { count: 3 }, "c")], ["openstack container delete --recursive c"]],
    [[item("keypair", "me/k", { user_id: "me" }, "k")], ["openstack keypair delete k"]],
    [
      [item("keypair", "u/k", { user_id: "u" }, "k")],
      ["openstack --os-compute-api-version 2.10 keypair delete --user u k"],
    ],
    [
      [item("user", "u", { roles: ["member", "reader"] })],
      ["openstack role remove --project town --user u member", "openstack role remove --project town --user u reader"],
    ],
    [[item("group", "g", { roles: ["member"] })], ["openstack role remove --project town --group g member"]],
    [[item("recordset", "w", { zone_id: "z" })], ["openstack recordset delete z w"]],
    [[item("member", "m", { pool_id: "p" })], ["openstack loadbalancer member delete p m"]],
    [[item("load-balancer", "l")], ["openstack loadbalancer delete --cascade l"]],
  ])("%j", (items, expected) => {
    expect(removal(...items)).toEqual(expected);
  });

  it("are known for every kind of thing", () => {
    const details = { roles: ["member"], attachments: [], device_owner: "" };
    expect(ITEM_KINDS.filter((kind) => removal(item(kind, "x", details, "x")).length === 0)).toEqual([]);
  });

  it.each([
    ["$(reboot)", "openstack container delete '$(reboot)'"],
    ["l'été", String.raw`openstack container delete 'l'\''été'`],
    ["-all", "openstack container delete -- -all"],
    ["a\u001b[2J", String.raw`openstack container delete $'\x61\x1b\x5b\x32\x4a'`],
  ])("hand no name to the shell: %j", (name, expected) => {
    expect(shellLine(["openstack", "container", "delete"], name)).toBe(expected);
  });
});
