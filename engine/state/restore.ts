import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { copyDamaged, noCopy } from "../../problems/catalogue/state";
import { OperatorError } from "../../problems/problem";
import { sha256 } from "../digest";
import type { WorkFolder } from "../folders";
import type { Toolchain } from "../toolchain/tool";
import { localState } from "./backend";
import { backupState, isNothing } from "./backup";
import { openEnvelope } from "./envelope";
import { stateProblem } from "./explain";
import type { LocalPlace } from "./place";
import { type StackId, stackPath } from "./stack-id";
import type { States } from "./states";
import type { Copy, StateStore } from "./store/store";
import { Workbench } from "./workbench";

export interface RestoreRequest {
  readonly states: States;
  readonly stack: StackId;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly signal?: AbortSignal;

  /** The last copy made then or before. @default - the last one that differs from what is there */
  readonly at?: Date;
}

export interface Restored {
  readonly copy: Copy;

  /** Serial of the state that is there now. */
  readonly serial: number;
}

/** What these copies hold was put there by a repair, not by work. */
const REPAIRS = ["restore", "unreadable"];

/** A state that OpenTofu cannot read cannot be written over by it either: it is taken away first. */
const IN_THE_WAY = ["state-damaged", "state-of-another-town"];

/**
 * Puts a copy back in its place. The copy is decrypted before anything is touched; what it replaces is kept as a copy
 * too; OpenTofu writes it, under its lock, with a serial above all others, so that no plan made before can be applied.
 *
 * @throws OperatorError no copy fits, or it cannot be decrypted, or the state there needs a key that is not given
 * @throws ToolError the state is locked
 */
export async function restoreState(request: RestoreRequest): Promise<Restored> {
  const { states, stack, toolchain, work, signal } = request;
  const store = await states.store();
  const present = await store.read(stack);
  const copy = await chooseCopy(store, request, present);
  const bytes = await store.readCopy(stack, copy);
  if (sha256(bytes) !== copy.sha256) throw new OperatorError([copyDamaged(detailsOf(stack, copy))]);
  const state = JSON.parse((await decrypt(request, bytes)).toString()) as { serial: number };
  const serial = Math.max(state.serial, serialOf(present)) + 1;

  const problem = present && stateProblem(present, { stack, keys: await keyIds(states) });
  if (problem?.code === "state-wrong-key") throw new OperatorError([problem]);
  if (present) await backupState(store, stack, problem ? "unreadable" : "restore");
  const access = await states.of(stack, { emptied: true });
  const options = { toolchain, work, place: states.settings.place, state: access, ...(signal && { signal }) };
  const plaintext = problem?.code === "state-not-encrypted";
  const push = () =>
    Workbench.with({ ...options, plaintext }, (bench) =>
      bench.push(Buffer.from(JSON.stringify({ ...state, serial })), { force: true }),
    );
  try {
    await push().catch(async (error: unknown) => {
      const isInTheWay = error instanceof OperatorError && error.problems.some(({ code }) => IN_THE_WAY.includes(code));
      if (!isInTheWay) throw error;
      await store.remove(stack);
      await push();
    });
  } finally {
    access.close();
  }
  const written = await store.read(stack);
  return { copy, serial: serialOf(written) };
}

/** Without a time, the last copy that is a state, differs from what is there, and was not made by a repair. */
async function chooseCopy(
  store: StateStore,
  { stack, at }: RestoreRequest,
  present: Buffer | undefined,
): Promise<Copy> {
  const copies = (await store.copies(stack)).filter((copy) => !isNothing(copy));
  const digest = present && sha256(present);
  const fits = at
    ? (copy: Copy) => copy.at.getTime() <= at.getTime()
    : (copy: Copy) => copy.sha256 !== digest && !REPAIRS.includes(copy.why);
  for (const copy of copies.filter(fits).reverse()) {
    if (at) return copy;
    const bytes = await store.readCopy(stack, copy);
    // A copy of a damaged state is passed over; a copy that was itself damaged since is not, but told.
    if (openEnvelope(bytes).kind !== "broken" || sha256(bytes) !== copy.sha256) return copy;
  }
  const known = copies.map((copy) => copy.at.toISOString());
  throw new OperatorError([noCopy({ state: stackPath(stack), known, ...(at && { at: at.toISOString() }) })]);
}

/** Lets OpenTofu itself open the copy, in a folder of its own. */
async function decrypt({ states, stack, toolchain, work, signal }: RestoreRequest, bytes: Buffer): Promise<Buffer> {
  const folder = work.newRun();
  const place: LocalPlace = { kind: "local", folder, history: folder };
  try {
    mkdirSync(dirname(localState(folder, stack)), { recursive: true });
    writeFileSync(localState(folder, stack), bytes, { mode: 0o600 });
    const state = await states.at(place, stack);
    const plaintext = openEnvelope(bytes).kind === "plain";
    try {
      const options = { toolchain, work, place, state, plaintext, ...(signal && { signal }) };
      const pulled = await Workbench.with(options, (bench) => bench.pull());
      if (pulled) return pulled;
      throw new Error("a copy that is not empty held no state");
    } finally {
      state.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function keyIds(states: States): Promise<string[]> {
  const { now, before } = await states.keys();
  return [now.id, ...(before ? [before.id] : [])];
}

function serialOf(bytes: Buffer | undefined): number {
  const envelope = bytes && openEnvelope(bytes);
  return envelope && "serial" in envelope ? envelope.serial : 0;
}

function detailsOf(stack: StackId, copy: Copy) {
  return { state: stackPath(stack), at: copy.at.toISOString() };
}
