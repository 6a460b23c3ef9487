import { canonicalJson } from "../digest";
import type { StateAccess } from "../tofu";
import type { Backend } from "./backend";
import { type EncryptionOptions, encryptionBlock } from "./encryption";
import { explainFailure } from "./explain";
import type { Handover } from "./key/handover";
import type { StatePlace } from "./place";
import type { StackId } from "./stack-id";
import type { StateStore } from "./store/store";

interface Parts {
  readonly stack: StackId;
  readonly place: StatePlace;
  readonly backend: Backend;

  /** The key, then the one before it. */
  readonly keys: readonly { readonly id: string; readonly handover: Handover }[];
  readonly store: () => Promise<StateStore>;
}

/** One state, within OpenTofu's reach: what goes into its `terraform` block, and what goes beside it. */
export class StackState {
  /** For every command of OpenTofu that touches the state or a plan of it. */
  readonly access: StateAccess;

  constructor(private readonly parts: Parts) {
    const { backend, keys } = parts;
    this.access = { env: backend.env, args: backend.args, files: keys.map(({ handover }) => handover.fd) };
  }

  get stack(): StackId {
    return this.parts.stack;
  }

  /** What to merge into the `terraform` block: no secret is in it. */
  block(options: Partial<EncryptionOptions> = {}): object {
    const { backend, keys } = this.parts;
    const encryption = encryptionBlock({ previous: keys.length > 1, ...options });
    return { ...(backend.block && { backend: backend.block }), encryption };
  }

  /** The bytes of `cdk.tf.json` with that block: as sorted as before. */
  into(json: string): string {
    const stack = JSON.parse(json) as { terraform?: object };
    const merged = { ...stack, terraform: { ...stack.terraform, ...this.block() } };
    return `${JSON.stringify(JSON.parse(canonicalJson(merged)), null, 2)}\n`;
  }

  /** A failure of OpenTofu in our words, where the state explains it; else the failure itself. */
  explain(error: unknown): Promise<unknown> {
    const { stack, place, keys, store } = this.parts;
    return explainFailure(error, { stack, place, keys: keys.map(({ id }) => id), store });
  }

  /** Takes the keys away: no command can read the state any more. */
  close(): void {
    for (const { handover } of this.parts.keys) handover.close();
  }
}
