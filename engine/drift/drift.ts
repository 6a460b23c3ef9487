import { resolve } from "../../blueprint/resolve";
import type { PriceList } from "../../cost/billed";
import { severalTargets } from "../../problems/catalogue/drift";
import { OperatorError } from "../../problems/problem";
import type { Config } from "../../schema/config";
import { synthesise } from "../../stacks/synthesise";
import { matchCloud } from "../discover/match-cloud";
import { inParallel } from "../fleet";
import type { WorkFolder } from "../folders";
import { OpenStack } from "../openstack/client";
import type { Cloud } from "../openstack/cloud";
import type { Skipped } from "../openstack/inventory";
import type { StackId } from "../state/stack-id";
import type { States } from "../state/states";
import type { Toolchain } from "../toolchain/tool";
import { wantedOf } from "./adoption";
import { inventoryDrift, type UnmanagedThing } from "./inventory-drift";
import type { ManagedDrift } from "./plan-drift";
import { readStates } from "./read-states";
import { refresh } from "./refresh";
import { survey } from "./survey";

/** What is going on, for whoever waits. */
export type DriftStep = { readonly step: "states" | "inventory" } | { readonly step: "plan"; readonly insee: string };

export interface DriftRequest {
  readonly config: Config;

  /** INSEE codes of the towns to look at. */
  readonly insees: readonly string[];

  /** INSEE codes of every town of the config. */
  readonly known: readonly string[];
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly states: States;

  /** Credentials of the towns' project: asked for once the towns are known to be of one target. */
  credentials(): Cloud;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: DriftStep) => void;
}

export interface TownDrift {
  readonly insee: string;

  /** False: nothing was ever applied, so there is nothing to compare. */
  readonly applied: boolean;
  readonly managed: readonly ManagedDrift[];
}

export interface Drift {
  readonly target: string;
  readonly project: { readonly id: string; readonly name: string };
  readonly towns: readonly TownDrift[];

  /** What is in no state: of these towns, or of nobody that is known. */
  readonly unmanaged: readonly UnmanagedThing[];

  /** Kinds that were not looked at, or not wholly. */
  readonly skipped: readonly Skipped[];

  /** States that these credentials may not read: what they hold may be among the unmanaged. */
  readonly unread: readonly StackId[];
}

/** The only stack so far. */
const STACK = "hosting";

/**
 * Finds what was changed in the project of some towns without Beffroi: what a refresh-only plan of each town shows, and
 * what exists there and is in no state. Nothing is changed, neither in the cloud nor in the states.
 *
 * @throws OperatorError towns of several targets, wrong credentials, a state that cannot be read
 * @throws ToolError when OpenTofu or the cloud fails
 */
export async function drift(request: DriftRequest): Promise<Drift> {
  const { config, insees, known, toolchain, work, states, signal, onStep } = request;
  const towns = insees.map((insee) => ({ insee, resolved: resolve(config, insee) }));
  const targets = [...new Set(towns.map(({ resolved }) => resolved.blueprint.target.name))];
  const [target = ""] = targets;
  if (targets.length > 1) throw new OperatorError([severalTargets({ targets })]);
  const file = config.targets.get(target);
  if (!file) throw new Error(`target ${target} was resolved and is not there`);
  const credentials = request.credentials();
  matchCloud(target, file, credentials, config.folder);
  const cloud = await OpenStack.enter(credentials, { region: file.value.region, ...(signal && { signal }) });

  onStep?.({ step: "states" });
  const elsewhere = (owner: string) => {
    const named = config.towns.get(owner) ? resolve(config, owner).blueprint.target.name : target;
    return named !== target || (config.targets.has(owner) && owner !== target);
  };
  const isOfProject = ({ owner }: StackId) => !elsewhere(owner);
  const read = await readStates({ states, toolchain, work, isOfProject, ...(signal && { signal }) });
  onStep?.({ step: "inventory" });
  const surveyed = await survey(cloud, read.resources, states.settings.place);

  const stacks = towns.map(({ insee, resolved }) => ({ insee, json: synthesise(resolved.blueprint).json }));
  const looked = await inParallel(stacks, async ({ insee, json }): Promise<TownDrift> => {
    const applied = read.stacks.some(({ owner, stack }) => owner === insee && stack === STACK);
    if (!applied) return { insee, applied, managed: [] };
    onStep?.({ step: "plan", insee });
    const stack = { owner: insee, stack: STACK };
    const managed = await refresh({ stack, json, states, toolchain, work, ...(signal && { signal }) });
    return { insee, applied, managed };
  });

  const ofOthers = new Set(known.filter((insee) => !insees.includes(insee)));
  const wants = stacks.map(({ insee, json }) => ({
    owner: insee,
    wanted: wantedOf(
      json,
      read.resources.filter(({ owner }) => owner === insee),
    ),
  }));
  const unmanaged = inventoryDrift(surveyed, wants, pricesOf(config, target));
  const { id, name } = cloud.project ?? { id: surveyed.projectId, name: "" };
  return {
    target,
    project: { id, name },
    towns: looked,
    unmanaged: unmanaged.filter(({ owner }) => owner === undefined || !ofOthers.has(owner)),
    skipped: surveyed.inventory.skipped,
    unread: read.unread,
  };
}

function pricesOf({ targets, facts }: Config, target: string): PriceList | undefined {
  const prices = targets.get(target)?.value.prices;
  const flavours = Object.entries(facts.get(target)?.value.flavours ?? {}).map(([name, { id }]) => [id, name]);
  return prices && { prices, flavours: Object.fromEntries(flavours) };
}
