import { configPages } from "./config-pages";
import { errorPages } from "./error-pages";
import { gatePages } from "./gate-pages";
import type { Generated } from "./generated-file";
import { jsonSchemas } from "./json-schemas";
import { reportSchemas } from "./report-schemas";

/** Every generated file that is committed. */
export async function generate(root: string): Promise<Generated[]> {
  return [...jsonSchemas(), ...reportSchemas(), ...configPages(root), ...gatePages(), ...(await errorPages(root))];
}
