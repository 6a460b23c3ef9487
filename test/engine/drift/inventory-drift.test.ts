import { describe, expect, it } from "@jest/globals";
import { inventoryDrift } from "../../../engine/drift/inventory-drift";
import { item, resource, surveyOf } from "./world";

const strange = (survey: Parameters<typeof inventoryDrift>[0]) =>
  inventoryDrift(survey).map(({ kind, id }) => `${kind} ${id}`);

const STATE = [
  resource("compute_instance_v2", "s", {
    network: [{ port: "p-of-s" }],
    block_device: [{ source_type: "image", destination_type: "volume", uuid: "debian" }],
  }),
  resource("blockstorage_volume_v3", "v"),
  resource("compute_volume_attach_v2", "s/v"),
  resource("networking_network_v2", "n"),
  resource("networking_router_v2", "r"),
  resource("networking_router_interface_v2", "plug", { port_id: "plug" }),
  resource("networking_secgroup_v2", "closed", { delete_default_rules: true }),
  resource("networking_secgroup_v2", "usual", { delete_default_rules: null }),
  resource("networking_secgroup_rule_v2", "https"),
  resource("objectstorage_container_v1", "documents"),
  resource("dns_recordset_v2", "zone/www"),
  resource("keymanager_secret_v1", "https://barbican.example/v1/secrets/known"),
  resource("compute_keypair_v2", "team", { name: "team", user_id: "me" }),
  resource("identity_role_assignment_v3", "//town//someone/member", { user_id: "someone" }),
];

const EGRESS = { direction: "egress", ethertype: "IPv4", protocol: null, remote_ip_prefix: null };
const SSH = { direction: "ingress", protocol: "tcp", port_range_min: 22, port_range_max: 22 };

describe("what a state holds, and what OpenStack makes by itself, is no drift", () => {
  it.each([
    ["a server of a state", item("server", "s")],
    ["the port that a server of a state brought", item("port", "p-of-s", { device_owner: "compute:nova" })],
    ["a volume of a state, attached as the state says", item("volume", "v", { attachments: [{ server_id: "s" }] })],
    ["a container, known by its name", item("container", "documents", {}, "documents")],
    ["a recordset, whose id stands behind its zone's", item("recordset", "www", { type: "A", zone_id: "z" })],
    ["a secret, known by its address", item("secret", "known")],
    ["a key pair of a state", item("keypair", "me/team", { user_id: "me" }, "team")],
    ["a user whose role is of a state", item("user", "someone", { roles: ["member"] })],
    [
      "a router interface of a state",
      item("port", "plug", { device_owner: "network:router_interface", device_id: "r" }),
    ],
    ["the port of a DHCP server", item("port", "dhcp", { device_owner: "network:dhcp", network_id: "n" })],
    ["the port of a load balancer", item("port", "vip", { device_owner: "Octavia", network_id: "n" })],
    ["the default security group", item("security-group", "d", {}, "default")],
    [
      "the egress of a group whose state keeps it",
      item("security-group-rule", "e", { ...EGRESS, security_group_id: "usual" }),
    ],
    [
      "the volume that a server starts from",
      item("volume", "boot", {
        attachments: [{ server_id: "s", device: "/dev/vda" }],
        volume_image_metadata: { image_id: "debian" },
      }),
    ],
    ["who looks", item("user", "me", { roles: ["member"] })],
  ])("%s", (_, thing) => {
    expect(strange(surveyOf([thing], STATE))).toEqual([]);
  });

  it("the rules of the default security group, as they are made", () => {
    const group = { security_group_id: "d" };
    const items = [
      item("security-group", "d", {}, "default"),
      item("security-group-rule", "out", { ...group, ...EGRESS }),
      item("security-group-rule", "in", { ...group, direction: "ingress", remote_group_id: "d" }),
    ];
    expect(strange(surveyOf(items))).toEqual([]);
  });

  it("the keys of encrypted volumes, the credential in use, and the bucket of the states", () => {
    const items = [
      item("secret", "luks"),
      item("application-credential", "ac", { user_id: "me" }),
      item("container", "etats", {}, "etats"),
      item("zone", "z", {}, "aix.example."),
      item("recordset", "soa", { type: "SOA", zone_id: "z" }, "aix.example."),
    ];
    const zone = resource("dns_zone_v2", "z");
    const more = { volumeKeys: new Set(["luks"]), credential: "ac", stateContainers: ["etats"] };
    expect(strange(surveyOf(items, [zone], more))).toEqual([]);
  });

  it("a key pair whose user the state does not tell", () => {
    const known = resource("compute_keypair_v2", "team", { name: "team" });
    expect(strange(surveyOf([item("keypair", "me/team", { user_id: "me" }, "team")], [known]))).toEqual([]);
  });

  it("the address of a load balancer of a state", () => {
    const items = [
      item("load-balancer", "lb", { vip_port_id: "vip" }),
      item("port", "vip", { device_owner: "ovn-lb" }),
    ];
    expect(strange(surveyOf(items, [resource("lb_loadbalancer_v2", "lb")]))).toEqual([]);
  });
});

describe("what came by hand is drift", () => {
  it.each([
    ["a rule in a group of a state", item("security-group-rule", "ssh", { ...SSH, security_group_id: "closed" })],
    ["an egress that the state deleted", item("security-group-rule", "e", { ...EGRESS, security_group_id: "closed" })],
    [
      "a group let into itself",
      item("security-group-rule", "in", {
        direction: "ingress",
        security_group_id: "usual",
        remote_group_id: "usual",
      }),
    ],
    ["a second port of a server of a state", item("port", "extra", { device_owner: "compute:nova", device_id: "s" })],
    ["a subnet of a network of a state", item("subnet", "sub", { network_id: "n" })],
    ["the sharing of a network of a state", item("rbac-policy", "share", { object_id: "n" })],
    ["a recordset in a zone of a state", item("recordset", "mail", { type: "MX", zone_id: "z" }, "aix.example.")],
    ["a key pair of another user with a known name", item("keypair", "other/team", {}, "team")],
    ["a volume that is attached nowhere", item("volume", "lost")],
    ["somebody's application credential", item("application-credential", "ac", { user_id: "me" }, "deploy")],
  ])("%s", (_, thing) => {
    expect(strange(surveyOf([thing], STATE))).toEqual([`${thing.kind} ${thing.id}`]);
  });

  it("a rule in the default security group", () => {
    const items = [
      item("security-group", "d", {}, "default"),
      item("security-group-rule", "ssh", { ...SSH, security_group_id: "d", remote_group_id: "d" }),
    ];
    expect(strange(surveyOf(items))).toEqual(["security-group-rule ssh"]);
  });

  it("the default security group opened to everyone, or to another group", () => {
    const all = { security_group_id: "d", direction: "ingress", ethertype: "IPv4" };
    const items = [
      item("security-group", "d", {}, "default"),
      item("security-group-rule", "everyone", { ...all, remote_group_id: null }),
      item("security-group-rule", "group", { ...all, remote_group_id: "other" }),
    ];
    expect(strange(surveyOf(items))).toEqual(["security-group-rule everyone", "security-group-rule group"]);
  });

  it("an interface between a router of a state and another network, under its own name", () => {
    const plug = item("port", "more", { device_owner: "network:router_interface", device_id: "r", network_id: "x" });
    expect(strange(surveyOf([plug], STATE))).toEqual(["router-interface more"]);
  });

  it("a volume of a state attached to another server of a state: the attachment alone", () => {
    const moved = item("volume", "v", { attachments: [{ server_id: "s2", device: "/dev/vdb" }] });
    expect(strange(surveyOf([moved], [...STATE, resource("compute_instance_v2", "s2")]))).toEqual(["attachment s2/v"]);
  });

  it("a volume made of the same image and attached later: a server starts from the first one", () => {
    const of = { attachments: [{ server_id: "s" }], volume_image_metadata: { image_id: "debian" } };
    const items = [
      item("volume", "a-later", { ...of, created_at: "2026-11-02T00:00:00" }),
      item("volume", "b-first", { ...of, created_at: "2026-11-01T00:00:00" }),
    ];
    expect(strange(surveyOf(items, STATE))).toEqual(["volume a-later"]);
  });
});

describe("a thing that came with another", () => {
  it.each([
    [
      "rules, with their group",
      [item("security-group", "g"), item("security-group-rule", "r1", { ...SSH, security_group_id: "g" })],
    ],
    ["subnets, with their network", [item("network", "x"), item("subnet", "sub", { network_id: "x" })]],
    [
      "ports, with their server",
      [item("server", "x"), item("port", "p", { device_owner: "compute:nova", device_id: "x" })],
    ],
    [
      "interfaces, with their router",
      [item("router", "x"), item("port", "p", { device_owner: "network:router_interface", device_id: "x" })],
    ],
    ["attachments, with their volume", [item("volume", "x", { attachments: [{ server_id: "s" }] })]],
    [
      "records, with their zone",
      [item("zone", "x", {}, "a.example."), item("recordset", "w", { type: "A", zone_id: "x" })],
    ],
    [
      "members and pools, with their load balancer",
      [
        item("load-balancer", "x"),
        item("pool", "p", { loadbalancers: [{ id: "x" }], listeners: [] }),
        item("member", "m", { pool_id: "p" }),
        item("health-monitor", "h", { pools: [{ id: "p" }] }),
        item("listener", "l", { loadbalancers: [{ id: "x" }] }),
        item("l7-policy", "l7", { listener_id: "l" }),
      ],
    ],
  ])("is told with it: %s", (_, items) => {
    expect(strange(surveyOf(items, STATE))).toEqual([`${items[0]?.kind} ${items[0]?.id}`]);
  });
});

describe("whose a thing may be", () => {
  const owners = (items: Parameters<typeof surveyOf>[0], states = STATE) =>
    inventoryDrift(surveyOf(items, states)).map(({ owner, on }) => ({ owner, on }));

  it("is the owner of what it hangs on, with the address of that", () => {
    const states = [resource("networking_secgroup_v2", "g", {}, "17300")];
    const rule = item("security-group-rule", "ssh", { ...SSH, security_group_id: "g" });
    expect(owners([rule], states)).toEqual([{ owner: "17300", on: "openstack_networking_secgroup_v2.g" }]);
  });

  it("is the owner of the server that a volume is attached to", () => {
    const [volume] = owners([item("volume", "x", { attachments: [{ server_id: "s" }] })]);
    expect(volume).toEqual({ owner: "17004", on: "openstack_compute_instance_v2.s" });
  });

  it("is else the town that its marks name, if that town has a state", () => {
    expect(owners([item("image", "i"), item("volume", "v1", { metadata: { insee: "17004" } })])).toEqual([
      { owner: "17004", on: undefined },
      { owner: undefined, on: undefined },
    ]);
    expect(owners([item("network", "x", { tags: ["insee=99999"] })])).toEqual([{ owner: undefined, on: undefined }]);
  });
});

describe("what is told of a thing", () => {
  it("comes in the order in which things can be removed", () => {
    const items = [
      item("network", "n"),
      item("volume", "v"),
      item("port", "p", { device_owner: "", network_id: "n" }),
      item("snapshot", "s", { volume_id: "v" }),
      item("image", "i"),
    ];
    expect(strange(surveyOf(items))).toEqual(["snapshot s", "volume v", "port p", "network n", "image i"]);
  });

  it("is when it was made, in UTC, and what it costs a month where the prices say", () => {
    const prices = {
      asOf: "2026-01-01",
      source: "test",
      flavours: { small: 9.2 },
      volumeGiB: { luks: 0.085 },
      router: 2.5,
    };
    const list = { prices, flavours: { f1: "small" } } as never;
    const items = [
      item("server", "a", { flavor: { id: "f1" }, created: "2026-11-24T09:54:07Z" }),
      item("server", "b", { flavor: { id: "unknown" } }),
      item("volume", "c", { volume_type: "luks", size: 100, created_at: "2026-11-24T09:54:14.000000" }),
      item("router", "d"),
      item("port", "e", { device_owner: "" }),
    ];
    expect(inventoryDrift(surveyOf(items), [], list).map(({ id, made, monthly }) => [id, made, monthly])).toEqual([
      ["a", "2026-11-24T09:54:07Z", 9.2],
      ["b", undefined, undefined],
      ["c", "2026-11-24T09:54:14Z", 8.5],
      ["e", undefined, undefined],
      ["d", undefined, 2.5],
    ]);
  });
});
