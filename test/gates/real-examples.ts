import { actionsOf, typeOf } from "../../gates/example";
import { type Example, Reference, type Rule, type Verdict } from "../../gates/rule";
import { type Attributes, type Plan, UNKNOWN } from "../../plan/plan";
import providerSchema from "../../provider/schema.json";

interface Block {
  readonly attributes?: Readonly<Record<string, { readonly required?: boolean; readonly type?: unknown }>>;
  readonly block_types?: Readonly<Record<string, { readonly nesting_mode: string }>>;
}

const SOURCE = "registry.opentofu.org/terraform-provider-openstack/openstack";
const TYPES = providerSchema.provider_schemas[SOURCE].resource_schemas as unknown as Readonly<
  Record<string, { readonly version: number; readonly block: Block }>
>;

/** One example that a real plan can show, and the name of its resources in the one configuration of them all. */
export interface RealExample {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly example: Example;
  readonly name: string;
}

export function realExamples(rules: readonly Rule[]): RealExample[] {
  return rules
    .flatMap((rule) =>
      (Object.entries(rule.examples) as [Verdict, readonly Example[]][]).flatMap(([verdict, examples]) =>
        examples.filter(({ byHand }) => byHand === undefined).map((example) => ({ rule, verdict, example })),
      ),
    )
    .map((one, index) => ({ ...one, name: `e${index}` }));
}

/** Address of what an example is about, in the plan of them all. */
export function realSubject({ rule, example, name }: RealExample): string {
  const type = typeOf(rule, example);
  if (type === "plan") return "plan";
  return type === "provider" ? `provider.openstack.${name}` : `${type}.${name}`;
}

/** One configuration for all examples: `main.tf.json`. */
export function configurationOf(all: readonly RealExample[]): object {
  const resource: Record<string, Record<string, object>> = { terraform_data: { later: {} } };
  const [provider, output, removed]: [object[], Record<string, object>, object[]] = [[{ auth_url: KEYSTONE }], {}, []];
  const put = (type: string, name: string, content: object) => {
    resource[type] = { ...resource[type], [name]: content };
  };
  for (const { rule, example, name } of all) {
    const type = typeOf(rule, example);
    const { after, with: neighbours = [], sensitive = [] } = example;
    for (const neighbour of neighbours)
      put(neighbour.type, `${name}_${neighbour.name}`, complete(neighbour.type, neighbour.after, name));
    if (type === "plan") continue;
    if (type === "provider") provider.push({ alias: name, ...(rendered(after, name) as object) });
    else if (type === "output") output[name] = rendered({ ...after }, name) as object;
    else if (after === undefined) {
      if (actionsOf(example).includes("forget"))
        removed.push({ from: `${type}.${name}`, lifecycle: { destroy: false } });
    } else {
      if (example.provider) provider.push({ alias: name, auth_url: KEYSTONE, ...example.provider });
      put(type, name, {
        ...complete(type, after, name, sensitive),
        ...(example.provider && { provider: `openstack.${name}` }),
      });
    }
  }
  return {
    terraform: { required_providers: { openstack: { source: SOURCE } } },
    provider: { openstack: provider },
    resource,
    output,
    ...(removed.length > 0 && { removed }),
  };
}

/** The state before the plan: what examples say that they were. */
export function stateOf(all: readonly RealExample[]): object {
  const resources = all.flatMap(({ rule, example, name }) => {
    if (!example.before) return [];
    const type = typeOf(rule, example);
    const { version = 0, block = {} } = TYPES[type] ?? {};
    const attributes = {
      ...Object.fromEntries(Object.keys(block.attributes ?? {}).map((attribute) => [attribute, null])),
      ...Object.fromEntries(
        Object.entries(block.block_types ?? {}).map(([nested, { nesting_mode: mode }]) => [
          nested,
          mode === "single" ? null : [],
        ]),
      ),
      ...complete(type, example.before, name),
      id: `id-of-${name}`,
    };
    const instances = [{ schema_version: version, attributes }];
    return [{ mode: "managed", type, name, provider: `provider["${SOURCE}"]`, instances }];
  });
  return { version: 4, terraform_version: "1.12.6", serial: 1, lineage: "examples", outputs: {}, resources };
}

/** The part of the plan that is one example's own. */
export function partOf(plan: Plan, { rule, example, name }: RealExample): Plan {
  const own = (one: string) => one === name || one.startsWith(`${name}_`);
  const type = typeOf(rule, example);
  const keep = <Value>(record: Readonly<Record<string, Value>>, kept: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => kept(key)));
  return {
    ...plan,
    changes: plan.changes.filter(({ address }) => own(address.split(".")[1] ?? "")),
    outputs: type === "output" ? keep(plan.outputs, own) : {},
    leftAside: [],
  };
}

const KEYSTONE = "https://keystone.example/v3";

/** What the provider requires, and the rule does not look at. */
function complete(type: string, given: Attributes, name: string, sensitive: readonly string[] = []): Attributes {
  const required = Object.entries(TYPES[type]?.block.attributes ?? {}).filter(
    ([attribute, { required }]) => required && given[attribute] === undefined,
  );
  const placeholders = required.map(([attribute, { type }]) => [attribute, placeholder(type)]);
  return { ...Object.fromEntries(placeholders), ...(rendered(given, name, sensitive) as Attributes) };
}

function placeholder(type: unknown): unknown {
  if (type === "number") return 1;
  if (type === "bool") return false;
  return Array.isArray(type) ? ["x"] : "x";
}

/** Values as OpenTofu's JSON syntax writes them. */
function rendered(value: unknown, name: string, sensitive: readonly string[] = [], path = ""): unknown {
  if (value === UNKNOWN) return `\${jsondecode(terraform_data.later.id)}`;
  if (value instanceof Reference) {
    const [type, neighbour] = value.address.split(".");
    return `\${${type}.${name}_${neighbour}.${value.attribute}}`;
  }
  if (typeof value === "string") {
    const literal = value.replaceAll("${", "$${").replaceAll("%{", "%%{");
    return sensitive.includes(path) ? `\${sensitive(${JSON.stringify(literal)})}` : literal;
  }
  if (Array.isArray(value)) return value.map((item, index) => rendered(item, name, sensitive, `${path}.${index}`));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      rendered(item, name, sensitive, path === "" ? key : `${path}.${key}`),
    ]),
  );
}
