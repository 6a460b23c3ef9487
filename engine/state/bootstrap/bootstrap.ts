import { randomBytes } from "node:crypto";
import { localNeedsNothing } from "../../../problems/catalogue/bootstrap-state";
import { OperatorError } from "../../../problems/problem";
import type { WorkFolder } from "../../folders";
import type { Toolchain } from "../../toolchain/tool";
import { backendOf } from "../backend";
import { Handover } from "../key/handover";
import { MasterKey } from "../key/master-key";
import { type PgPlace, type S3Place, told } from "../place";
import { type Probe, type Probed, refuseFailed, runProbes } from "../probes/probe";
import type { StackId } from "../stack-id";
import { StackState } from "../stack-state";
import type { States } from "../states";

export interface BootstrapRequest {
  readonly states: States;
  readonly stacks: readonly StackId[];
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;

  /** Makes nothing: runs the probes alone. */
  readonly check: boolean;
  readonly renew: boolean;

  /** File to hand new credentials over in. */
  readonly out?: string;
  readonly signal?: AbortSignal;
  readonly onProbe: (probed: Probed) => void;
}

export interface Bootstrapped {
  /** Roles or buckets that were made, by name. */
  readonly made: readonly string[];
  readonly probes: readonly Probed[];
}

/**
 * Makes what the states of these stacks need in their place, then attacks it.
 *
 * @throws OperatorError `bootstrap-local-state`, `state-probe-failed`, and those of each place
 */
export async function bootstrapState(request: BootstrapRequest): Promise<Bootstrapped> {
  const { place } = request.states.settings;
  if (place.kind === "local") throw new OperatorError([localNeedsNothing({})]);
  const { made, probe, probesOf } = place.kind === "pg" ? await onPg(place, request) : await onS3(place, request);
  const probes = await probed(request, probe, probesOf);
  refuseFailed(told(place), probes);
  return { made, probes };
}

interface Made {
  readonly made: readonly string[];
  readonly probe: StackId;
  readonly probesOf: (state: StackState) => Probe[];
}

async function onPg(place: PgPlace, request: BootstrapRequest): Promise<Made> {
  const { stacks, out, renew, check, toolchain, work, signal } = request;
  const [{ bootstrapPg }, { pgProbes }, { PROBE, schemaOf }] = await Promise.all([
    import("./pg"),
    import("../probes/pg"),
    import("../pg/names"),
  ]);
  const administrator = process.env.PGUSER || "postgres";
  const made = check ? [] : await bootstrapPg({ place, stacks, administrator, renew, ...(out && { out }) });
  const password = made.find(({ role }) => role === schemaOf(PROBE))?.password;
  return {
    made: made.map(({ role }) => role),
    probe: PROBE,
    probesOf: (state) =>
      pgProbes({ place, stacks, toolchain, work, state, ...(signal && { signal }), ...(password && { password }) }),
  };
}

async function onS3(place: S3Place, { check, toolchain, work, signal }: BootstrapRequest): Promise<Made> {
  const [{ bootstrapS3 }, { s3Probes }, { PROBE }] = await Promise.all([
    import("./s3"),
    import("../probes/s3"),
    import("../s3/names"),
  ]);
  return {
    made: check ? [] : await bootstrapS3(place, process.env),
    probe: PROBE,
    probesOf: (state) => s3Probes({ place, toolchain, work, state, ...(signal && { signal }) }),
  };
}

/** The state of the probes is nobody's: its key is drawn for this run alone. */
async function probed(
  { states, onProbe }: BootstrapRequest,
  stack: StackId,
  probesOf: Made["probesOf"],
): Promise<Probed[]> {
  const { place } = states.settings;
  const key = new MasterKey(randomBytes(32));
  const keys = [{ id: key.id, handover: new Handover(key, stack) }];
  const state = new StackState({ stack, place, backend: backendOf(place, stack), keys, store: () => states.store() });
  try {
    return await runProbes(probesOf(state), onProbe);
  } finally {
    state.close();
    key.forget();
  }
}
