import { configPages } from "./config-pages";
import { errorPages } from "./error-pages";
import { gatePages } from "./gate-pages";
import { jsonSchemas } from "./json-schemas";
import { reportSchemas } from "./report-schemas";

/** A generated file: its path from the root of the kit, and its content. */
export type Generated = readonly [path: string, content: string];

/** Every generated file that is committed. */
export async function generate(root: string): Promise<Generated[]> {
  return [...jsonSchemas(), ...reportSchemas(), ...configPages(root), ...gatePages(), ...(await errorPages(root))];
}
