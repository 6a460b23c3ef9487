import { TerraformResource, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** Where a resource comes from in the blueprint, as dotted paths: `services.ged.flows.ingress-tcp-443-internet`. */
export interface Source {
  readonly path: string;

  /** More precise paths, by attribute of the resource: `size` comes from `services.ged.data.sizeGiB`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Sources by resource address: `openstack_blockstorage_volume_v3.service_ged_host-1_data_volume`. */
export type Sources = Readonly<Record<string, Source>>;

const KEY = "beffroi:source";

/**
 * Notes the part of the blueprint that a construct comes from. It holds for every resource inside, until one nearer to
 * the resource says otherwise; attributes add up. An empty path says nothing but attributes.
 */
export function trace<C extends Construct>(
  construct: C,
  path: string,
  attributes: Readonly<Record<string, string>> = {},
): C {
  construct.node.addMetadata(KEY, { path, attributes } satisfies Source);
  return construct;
}

/**
 * The source of every resource of a stack.
 *
 * @throws Error (ours) when a resource comes from nowhere
 */
export function sourcesOf(stack: TerraformStack): Sources {
  const resources = stack.node.findAll().filter(TerraformResource.isTerraformResource);
  return Object.fromEntries(
    resources
      .map(
        (resource) => [`${resource.terraformResourceType}.${resource.friendlyUniqueId}`, sourceOf(resource)] as const,
      )
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** The dotted path behind one attribute of a resource (`block_device.0.volume_size`), or behind the resource. */
export function pathOf(sources: Sources, address: string, attribute = ""): string | undefined {
  const source = sources[address];
  const parts = attribute.split(".");
  for (let length = parts.length; source && length > 0; length--) {
    const path = source.attributes[parts.slice(0, length).join(".")];
    if (path) return path;
  }
  return source?.path;
}

function sourceOf(resource: Construct): Source {
  const traced = resource.node.scopes.flatMap(({ node }) =>
    node.metadata.filter(({ type }) => type === KEY).map(({ data }) => data as Source),
  );
  const path = traced.findLast((source) => source.path)?.path;
  if (!path) throw new Error(`${resource.node.path} comes from no part of the blueprint`);
  return { path, attributes: Object.assign({}, ...traced.map(({ attributes }) => attributes)) };
}
