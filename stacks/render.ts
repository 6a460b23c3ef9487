import { DefaultTokenResolver, StringConcat, TerraformElement, type TerraformStack, Tokenization } from "cdktf";

type Block = Record<string, unknown>;
type Resolve = (value: unknown) => unknown;

const RESOLVER = new DefaultTokenResolver(new StringConcat());

/** What CDKTF writes into a text, a list or the key of a map in the place of a reference. */
const REFERENCE = /TfToken\[|\de\+\d{3}/;

/**
 * A stack as OpenTofu's JSON: what `stack.toTerraform()` gives, without its comments (`//`: CDKTF's version, and paths)
 * and with sorted keys. CDKTF looks for references everywhere, twice; here its resolver sees only what holds one, and a
 * fleet of towns takes a quarter of the time.
 */
export function render(stack: TerraformStack): Block {
  const resolve: Resolve = (value) => Tokenization.resolve(value, { scope: stack, resolver: RESOLVER });
  const whole: Block = {};
  for (const element of stack.node.findAll().filter(TerraformElement.isTerraformElement))
    merge(whole, tidy(element.toTerraform(), resolve) as Block);
  return sorted(whole) as Block;
}

/** With references followed, and without comments and what was not given. */
function tidy(value: unknown, resolve: Resolve): unknown {
  if (holdsReference(value)) return resolve(value);
  if (Array.isArray(value))
    return value.map((inside) => tidy(inside, resolve)).filter((inside) => inside !== undefined);
  if (!isBlock(value)) return value;
  const tidied: Block = {};
  for (const [key, inside] of Object.entries(value)) {
    if (key === "//" || inside === undefined) continue;
    const found = tidy(inside, resolve);
    if (found !== undefined) tidied[key] = found;
  }
  return tidied;
}

/** Also a number: CDKTF writes a reference to one as a negative number. */
function holdsReference(value: unknown): boolean {
  if (typeof value === "string") return REFERENCE.test(value);
  if (typeof value === "number") return value < 0;
  if (Array.isArray(value)) return value.some((inside) => typeof inside !== "object" && holdsReference(inside));
  return isBlock(value) && (Tokenization.isResolvable(value) || Object.keys(value).some((key) => REFERENCE.test(key)));
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
