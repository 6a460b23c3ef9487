import { z } from "zod";

/** One resource that a state holds. */
export interface StateResource {
  /** Who the state is of: INSEE code, or name of a target. */
  readonly owner: string;
  readonly address: string;
  readonly type: string;

  /** As its provider wrote it down. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

const key = z.union([z.string(), z.number()]);
const state = z.object({
  resources: z
    .array(
      z.object({
        module: z.string().optional(),
        mode: z.string(),
        type: z.string(),
        name: z.string(),
        instances: z.array(
          z.object({ index_key: key.optional(), attributes: z.record(z.string(), z.unknown()).nullish() }),
        ),
      }),
    )
    .nullish(),
});

/** The managed resources of a state, as `tofu state pull` prints it; what a replacement left behind among them. */
export function stateResources(owner: string, json: string): StateResource[] {
  return (state.parse(JSON.parse(json)).resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ module, type, name, instances }) =>
      instances.map(({ index_key, attributes }) => ({
        owner,
        address: `${module ? `${module}.` : ""}${type}.${name}${index_key === undefined ? "" : `[${JSON.stringify(index_key)}]`}`,
        type,
        attributes: attributes ?? {},
      })),
    );
}
