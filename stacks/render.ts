import { DefaultTokenResolver, StringConcat, TerraformElement, type TerraformStack, Tokenization } from "cdktf";

type Block = Record<string, unknown>;

/**
 * A stack as OpenTofu's JSON: what `stack.toTerraform()` gives without its comments (`//`: CDKTF's version, and paths),
 * with sorted keys, in one pass instead of two.
 */
export function render(stack: TerraformStack): Block {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const whole: Block = {};
  for (const element of stack.node.findAll().filter(TerraformElement.isTerraformElement))
    merge(whole, Tokenization.resolve(uncommented(element.toTerraform()), { scope: stack, resolver }));
  return sorted(whole) as Block;
}

/** CDKTF writes a comment into each resource, two levels below its type and its name. */
function uncommented({ resource, ...rest }: { resource?: Record<string, Record<string, Block>> }): Block {
  if (!resource) return rest;
  const types = Object.entries(resource).map(([type, named]) => {
    const bare = Object.entries(named).map(([name, { "//": _, ...attributes }]) => [name, attributes]);
    return [type, Object.fromEntries(bare)];
  });
  return { ...rest, resource: Object.fromEntries(types) };
}

/** Adds the blocks of one element; two elements share containers, and never a value. */
function merge(into: Block, from: Block): void {
  for (const [key, value] of Object.entries(from)) {
    const there = into[key];
    if (isBlock(there) && isBlock(value)) merge(there, value);
    else into[key] = value;
  }
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isBlock(value)) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, sorted(inside)]));
}
