import type { Survey } from "../../../engine/drift/found";
import type { StateResource } from "../../../engine/drift/state-resources";
import type { Item, ItemKind } from "../../../engine/openstack/inventory";

/** A thing of the inventory, with what a test says of it. */
export function item(kind: ItemKind, id: string, details: object = {}, name = ""): Item {
  const whole = kind === "volume" ? { attachments: [], size: 10, ...details } : details;
  return { kind, id, name, details: whole } as unknown as Item;
}

/** A resource of Île-d'Aix's state, unless another owner is told. */
export function resource(type: string, id: string, more: object = {}, owner = "17004"): StateResource {
  return { owner, address: `openstack_${type}.${id}`, type: `openstack_${type}`, attributes: { id, ...more } };
}

export function surveyOf(
  items: readonly Item[],
  states: readonly StateResource[] = [],
  more: Partial<Survey> = {},
): Survey {
  return {
    projectId: "town",
    inventory: { items, skipped: [] },
    states,
    userId: "me",
    volumeKeys: new Set(),
    stateContainers: [],
    ...more,
  };
}
