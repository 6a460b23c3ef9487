import { z } from "zod";
import type { About } from "../about";
import type { Path } from "../config";

type Schema = z.core.$ZodType;

/** What a schema says about one place of a file. */
export interface Spot {
  readonly schema: Schema;
  readonly about: Partial<About>;
}

/** The schema at `path`, with what the schemas around it (optional, default) say about it. */
export function spotAt(root: Schema, path: Path): Spot {
  return path.reduce<Spot>((spot, segment) => step(spot, segment), peel(root));
}

/** The schema of the keys of the record at `path`. */
export function keySpotAt(root: Schema, path: Path): Spot {
  const { schema } = spotAt(root, path);
  return schema instanceof z.ZodRecord ? peel(schema.def.keyType) : { schema, about: {} };
}

/** Keys that an object accepts. */
export function keysOf({ schema }: Spot): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.def.shape) : [];
}

/** The smallest and the largest number accepted, where there is such a bound. */
export function boundsOf({ schema }: Spot): { least?: number; most?: number } {
  if (!(schema instanceof z.ZodNumber)) return {};
  const isSaid = (bound: number | null) => bound !== null && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  const { minValue, maxValue } = schema;
  return {
    ...(isSaid(minValue) && { least: minValue as number }),
    ...(isSaid(maxValue) && { most: maxValue as number }),
  };
}

function step({ schema }: Spot, segment: string | number): Spot {
  if (schema instanceof z.ZodObject) return peel(schema.def.shape[segment] ?? z.unknown());
  if (schema instanceof z.ZodArray) return peel(schema.def.element);
  if (schema instanceof z.ZodRecord) return peel(schema.def.valueType);
  return { schema, about: {} };
}

function peel(schema: Schema): Spot {
  const about = (z.globalRegistry.get(schema) ?? {}) as Partial<About>;
  if (!(schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)) return { schema, about };
  const inner = peel(schema.def.innerType);
  return { schema: inner.schema, about: { ...inner.about, ...about } };
}
