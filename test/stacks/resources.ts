import type { Blueprint } from "../../blueprint/blueprint";
import { synthesise } from "../../stacks/synthesise";
import type { Attributes } from "../synth";

/** Resources of a town's stack by address, as OpenTofu will read them. */
export function resourcesOf(blueprint: Blueprint): Record<string, Attributes> {
  const { resource = {} } = JSON.parse(synthesise(blueprint).json) as {
    resource?: Record<string, Record<string, Attributes>>;
  };
  return Object.fromEntries(
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => [`${type}.${name}`, attributes]),
    ),
  );
}

/** Addresses and attributes of one type. */
export function ofType(blueprint: Blueprint, type: string): Record<string, Attributes> {
  return Object.fromEntries(
    Object.entries(resourcesOf(blueprint)).filter(([address]) => address.startsWith(`${type}.`)),
  );
}
