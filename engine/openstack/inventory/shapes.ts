import { z } from "zod";

/** Names may be missing: an empty one then. */
export const name = z
  .string()
  .nullish()
  .transform((given) => given ?? "");

export const id = z.string();
export const text = z.string().nullish();
export const number = z.number().nullish();
export const flag = z.boolean().nullish();
export const ids = z.array(z.object({ id })).default([]);
export const texts = z.array(z.string()).default([]);
export const metadata = z.record(z.string(), z.string()).default({});

/** The last part of an address by which a service names a thing. */
export const reference = z.string().transform((address) => address.split("/").at(-1) ?? "");
