import { readFileSync } from "node:fs";

interface PlanJson {
  readonly resource_changes: { readonly address: string; readonly type: string; readonly name: string }[];
  readonly [key: string]: unknown;
}

/** A real plan whose resources are repeated, under other names, until there are `count` of them. */
export function bigPlan(file: string, count: number): string {
  const plan = JSON.parse(readFileSync(file, "utf8")) as PlanJson;
  const real = plan.resource_changes;
  const changes = Array.from({ length: count }, (_, index) => {
    const change = real[index % real.length] as PlanJson["resource_changes"][number];
    const name = `${change.name}_${Math.floor(index / real.length)}`;
    return { ...change, name, address: `${change.type}.${name}` };
  });
  return JSON.stringify({ ...plan, resource_changes: changes });
}
