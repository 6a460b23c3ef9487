import { constantOf } from "./expression";
import type { Attributes, ModuleCall, Provider, Written } from "./plan";
import { isList, isRecord, type Shapeless } from "./shape";

/** A resource as the configuration part of a plan tells it. */
export interface ConfiguredResource {
  readonly written: Written;
  readonly provider?: string;
}

/** The configuration part of a plan: what was written, before anything was computed. */
export interface Configuration {
  /** By address without any index: `module.m.openstack_x.y`. */
  readonly resources: ReadonlyMap<string, ConfiguredResource>;
  readonly modules: ReadonlyMap<string, ModuleCall>;
  readonly providers: Readonly<Record<string, Provider>>;
}

export function readConfiguration(configuration: unknown): Configuration {
  const resources = new Map<string, ConfiguredResource>();
  const modules = new Map<string, ModuleCall>();
  if (!isRecord(configuration)) return { resources, modules, providers: {} };
  readModule(configuration.root_module, "", { resources, modules });
  return { resources, modules, providers: readProviders(configuration.provider_config) };
}

interface Found {
  readonly resources: Map<string, ConfiguredResource>;
  readonly modules: Map<string, ModuleCall>;
}

function readModule(module: unknown, prefix: string, found: Found): void {
  if (!isRecord(module)) return;
  for (const resource of isList(module.resources) ? module.resources : []) {
    if (!isRecord(resource)) continue;
    const { address, expressions, provider_config_key: provider } = resource;
    found.resources.set(`${prefix}${String(address)}`, {
      written: isRecord(expressions) ? expressions : {},
      ...(typeof provider === "string" && { provider }),
    });
  }
  for (const [name, call] of Object.entries(isRecord(module.module_calls) ? module.module_calls : {})) {
    if (!isRecord(call)) continue;
    const inner = `${prefix}module.${name}.`;
    found.modules.set(inner, {
      arguments: isRecord(call.expressions) ? call.expressions : {},
      outputs: outputsOf(call.module),
    });
    readModule(call.module, inner, found);
  }
}

function outputsOf(module: unknown): Written {
  const outputs = isRecord(module) && isRecord(module.outputs) ? module.outputs : {};
  return Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => [name, isRecord(output) ? output.expression : undefined]),
  );
}

function readProviders(blocks: unknown): Record<string, Provider> {
  const providers: Record<string, Provider> = {};
  for (const [key, block] of Object.entries(isRecord(blocks) ? blocks : {})) {
    if (!isRecord(block)) continue;
    const { name, full_name: source, expressions } = block;
    providers[key] = {
      source: String(source ?? name ?? key),
      arguments: isRecord(expressions) ? constants(expressions) : {},
    };
  }
  return providers;
}

function constants(expressions: Shapeless): Attributes {
  return Object.fromEntries(Object.entries(expressions).map(([name, expression]) => [name, constantOf(expression)]));
}
