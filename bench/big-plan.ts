import { readFileSync } from "node:fs";

interface Addressed {
  readonly address: string;
  readonly type: string;
  readonly name: string;
}

interface PlanJson {
  readonly resource_changes: readonly Addressed[];
  readonly planned_values: { readonly root_module: { readonly resources: readonly Addressed[] } };
  readonly configuration: { readonly root_module: { readonly resources: readonly Addressed[] } };
}

/**
 * A real plan whose town is repeated until there are `count` resources: with the values, the configuration and the
 * references of each, so that the text weighs what OpenTofu would have written.
 */
export function bigPlan(file: string, count: number): string {
  const plan = JSON.parse(readFileSync(file, "utf8")) as PlanJson;
  const copies = Math.ceil(count / plan.resource_changes.length);
  const addresses = new RegExp(plan.resource_changes.map(({ address }) => `\\b${address}(?=[."])`).join("|"), "g");
  const repeated = (resources: readonly Addressed[]) =>
    Array.from({ length: copies }, (_, copy) =>
      resources.map((one) => {
        const text = JSON.stringify({ ...one, name: `${one.name}_${copy}` });
        // Each town has a range of its own: 10.0, 10.1 ...
        return JSON.parse(text.replace(addresses, `$&_${copy}`).replace(/\b10\.\d+\./g, `10.${copy % 256}.`));
      }),
    )
      .flat()
      .slice(0, count);
  const { planned_values: values, configuration } = plan;
  return JSON.stringify({
    ...plan,
    resource_changes: repeated(plan.resource_changes),
    planned_values: { ...values, root_module: { resources: repeated(values.root_module.resources) } },
    configuration: {
      ...configuration,
      root_module: { ...configuration.root_module, resources: repeated(configuration.root_module.resources) },
    },
  });
}
