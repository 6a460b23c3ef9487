import type { Inventory, Item, ItemKind } from "../openstack/inventory";
import type { StateResource } from "./state-resources";

/** What drift looks at: everything that exists, and two joints between things that are no things of OpenStack. */
export type FoundKind = ItemKind | "attachment" | "router-interface";

/** Something that exists in the project. */
export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
  readonly name: string;

  /** Under OpenStack's own names. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** `server 3f0c...`: one thing among all of them. */
export type Key = `${FoundKind} ${string}`;

export const keyOf = ({ kind, id }: Pick<Found, "kind" | "id">): Key => `${kind} ${id}`;

/** A project as it stands, who looks at it, and what is known of it. */
export interface Survey {
  readonly projectId: string;
  readonly inventory: Inventory;

  /** Resources of every state of the project that could be read. */
  readonly states: readonly StateResource[];

  /** Id of the user who looks. */
  readonly userId: string;

  /** Id or name of the application credential that opened the project. */
  readonly credential?: string;

  /** Ids of the secrets that encrypt volumes. */
  readonly volumeKeys: ReadonlySet<string>;

  /** Containers that the states are kept in. */
  readonly stateContainers: readonly string[];
}

const PLUGS = /^network:(ha_)?router_(interface|replicated_interface)/;

/** Ports that join a router to a subnet go by their own name; attachments of volumes are made things. */
export function foundIn({ items }: Inventory): Found[] {
  return items.flatMap((item): Found[] => {
    if (item.kind === "port" && PLUGS.test(item.details.device_owner)) return [{ ...item, kind: "router-interface" }];
    if (item.kind === "volume") return [item, ...attachmentsOf(item)];
    return [item];
  });
}

function attachmentsOf({ id: volume_id, name, details }: Extract<Item, { kind: "volume" }>): Found[] {
  return details.attachments.flatMap(({ server_id, device }) =>
    server_id
      ? [{ kind: "attachment", id: `${server_id}/${volume_id}`, name, details: { server_id, volume_id, device } }]
      : [],
  );
}
