import type { Attributes, Change, Plan } from "../plan/plan";

/** Everything that rules judge: managed resources, then outputs, provider blocks, and the plan as a whole. */
export function subjectsOf(plan: Plan): Change[] {
  return [
    ...plan.changes.filter(({ mode }) => mode === "managed"),
    ...Object.entries(plan.outputs).map(([name, { sensitive, value }]) =>
      special("output", `output.${name}`, { sensitive, value }, sensitive ? ["value"] : []),
    ),
    ...Object.entries(plan.providers).map(([key, { source, arguments: given }]) =>
      special("provider", `provider.${key}`, { ...given, source }),
    ),
    special("plan", "plan", {}),
  ];
}

function special(type: string, address: string, after: Attributes, sensitive: readonly string[] = []): Change {
  return {
    address,
    configAddress: address,
    type,
    mode: "managed",
    actions: ["no-op"],
    after,
    sensitive,
    replacePaths: [],
  };
}
