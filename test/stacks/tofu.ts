import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import { findToolchain } from "../../engine/toolchain/find-toolchain";
import { PROVIDER_SOURCE } from "../../engine/toolchain/mirror";
import type { Toolchain } from "../../engine/toolchain/tool";
import providerSchema from "../../provider/schema.json";
import type { Attributes } from "../synth";

interface Block {
  readonly attributes?: Readonly<
    Record<
      string,
      { readonly type?: string | readonly string[]; readonly computed?: boolean; readonly sensitive?: boolean }
    >
  >;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}
const SCHEMA = Object.values(providerSchema.provider_schemas)[0]?.resource_schemas as unknown as Record<
  string,
  { block: Block }
>;

/** Setting the tools up takes minutes, once per machine. */
const SET_UP = 30 * 60_000;

interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly schema_version: number;
  readonly values: Attributes;
}

export interface ShownPlan {
  readonly planned_values: { readonly root_module: { readonly resources?: readonly PlannedResource[] } };
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[]; readonly after: Attributes | null };
  }[];
}

/** The real OpenTofu and provider, in a folder of their own, without a credential and, where possible, a network. */
export class Workshop {
  private toolchain: Toolchain | undefined;
  private folder = "";
  private initialised = false;

  /** To be called in a `describe`: prepares before its tests, and cleans up after them. */
  open(): this {
    beforeAll(async () => {
      this.toolchain = await findToolchain();
      this.folder = mkdtempSync(join(tmpdir(), "stack-"));
    }, SET_UP);
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
    return this;
  }

  /** What OpenTofu says of a configuration. */
  validate(json: string): unknown {
    this.prepare(json);
    return JSON.parse(this.tofu("validate", "-json"));
  }

  /** The plan from a state to a configuration; nothing is refreshed. @param state default: nothing exists yet */
  plan(json: string, state?: object): ShownPlan {
    this.prepare(json);
    const before = join(this.folder, "before.tfstate");
    rmSync(before, { force: true });
    if (state) writeFileSync(before, JSON.stringify(state));
    this.tofu("plan", "-input=false", "-refresh=false", "-lock=false", `-state=${before}`, "-out=plan");
    return JSON.parse(this.tofu("show", "-json", "plan")) as ShownPlan;
  }

  private prepare(json: string): void {
    writeFileSync(join(this.folder, "cdk.tf.json"), json);
    if (!this.initialised) this.tofu("init", "-input=false");
    this.initialised = true;
  }

  private tofu(...args: readonly string[]): string {
    const { tofu, cliConfig } = this.toolchain as Toolchain;
    const alone = spawnSync("unshare", ["--net", "--map-root-user", "true"]).status === 0;
    const [command, ...words] = [...(alone ? ["unshare", "--net", "--map-root-user"] : []), tofu.path, ...args];
    const env = {
      PATH: process.env.PATH ?? "",
      HOME: this.folder,
      TF_CLI_CONFIG_FILE: cliConfig,
      CHECKPOINT_DISABLE: "1",
    };
    const { status, stdout, stderr } = spawnSync(command as string, words, {
      cwd: this.folder,
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(`tofu ${args[0]} failed: ${stdout}\n${stderr}`);
    return stdout;
  }
}

/**
 * The state after a plan that makes everything. What is known only then is an id for each resource and its references;
 * other values that a cloud would tell are empty.
 */
export function applied(plan: ShownPlan, json: string): object {
  const { resource: config } = JSON.parse(json) as { resource: Record<string, Record<string, Attributes>> };
  const made = plan.planned_values.root_module.resources ?? [];
  const resources = made.map(({ address, type, name, schema_version, values }) => {
    const attributes = {
      ...(filled(values, config[type]?.[name], SCHEMA[type]?.block) as Attributes),
      id: `id of ${address}`,
    };
    return {
      mode: "managed",
      type,
      name,
      provider: PROVIDER,
      instances: [{ schema_version, attributes, sensitive_attributes: sensitiveOf(type) }],
    };
  });
  return { version: 4, terraform_version: "1.12.6", serial: 1, lineage: "test", outputs: {}, resources };
}

const PROVIDER = `provider["${PROVIDER_SOURCE}"]`;

/** Paths of what OpenTofu never shows; without them it would see a change there. */
function sensitiveOf(type: string): object[] {
  const attributes = Object.entries(SCHEMA[type]?.block.attributes ?? {}).filter(([, { sensitive }]) => sensitive);
  return attributes.map(([value]) => [{ type: "get_attr", value }]);
}

const EMPTY: Attributes = { string: "", number: 0, bool: false, list: [], set: [], map: {} };

/** The planned values, with each reference of the configuration followed, and what is still unknown empty. */
function filled(value: unknown, config: unknown, block: Block | undefined): unknown {
  const reference = typeof config === "string" && /^\$\{(openstack_[\w.-]+)\.id\}$/.exec(config);
  if (reference) return `id of ${reference[1]}`;
  if (Array.isArray(config))
    return config.map((inside, index) => filled((value as unknown[] | undefined)?.[index], inside, block));
  if (typeof config !== "object" || config === null) return value;
  const { lifecycle: _, ...settings } = config as Attributes;
  const known = (value ?? {}) as Attributes;
  const computed = Object.entries(block?.attributes ?? {}).filter(([, attribute]) => attribute.computed);
  const followed = Object.entries(settings).map(([key, inside]) => [
    key,
    filled(known[key], inside, block?.block_types?.[key]?.block),
  ]);
  return {
    ...Object.fromEntries(computed.map(([name, { type }]) => [name, EMPTY[[type].flat()[0] ?? ""]])),
    ...known,
    ...Object.fromEntries(followed),
  };
}
