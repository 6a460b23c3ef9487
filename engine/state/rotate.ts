import type { WorkFolder } from "../folders";
import type { Toolchain } from "../toolchain/tool";
import { backupState } from "./backup";
import { openEnvelope } from "./envelope";
import type { StackId } from "./stack-id";
import type { States } from "./states";
import { Workbench } from "./workbench";

export interface RotateRequest {
  readonly states: States;
  readonly stack: StackId;
  readonly toolchain: Toolchain;
  readonly work: WorkFolder;
  readonly signal?: AbortSignal;
}

export type Rotated = "rotated" | "already" | "none";

/**
 * Re-encrypts a state with the key of today, from the previous key or from no encryption. OpenTofu does it under its
 * lock, and refuses when the state changed meanwhile. The copy that is kept needs the previous key.
 *
 * @throws OperatorError the state needs a key that is not given, or is damaged
 * @throws ToolError the state is locked
 */
export async function rotateKey({ states, stack, toolchain, work, signal }: RotateRequest): Promise<Rotated> {
  const store = await states.store();
  const { now } = await states.keys();
  const bytes = await store.read(stack);
  if (!bytes) return "none";
  const envelope = openEnvelope(bytes);
  if (envelope.kind === "encrypted" && envelope.key?.id === now.id) return "already";
  await backupState(store, stack, "rotate");
  const state = await states.of(stack);
  try {
    const plaintext = envelope.kind === "plain";
    const options = { toolchain, work, place: states.settings.place, state, plaintext, ...(signal && { signal }) };
    await Workbench.with(options, async (bench) => {
      const pulled = await bench.pull();
      const content = JSON.parse(String(pulled)) as { serial: number };
      // A higher serial is written whatever the content is; an equal one may be passed over.
      await bench.push(Buffer.from(JSON.stringify({ ...content, serial: content.serial + 1 })), { force: false });
    });
  } finally {
    state.close();
  }
  const after = openEnvelope((await store.read(stack)) ?? Buffer.alloc(0));
  if (after.kind === "encrypted" && after.key?.id === now.id) return "rotated";
  throw new Error(`${stack.owner}/${stack.stack} was written, and not with the key ${now.id}`);
}
