import { damagedState } from "../../problems/catalogue/state";
import { keyFileLost } from "../../problems/catalogue/state-keys";
import type { Localised } from "../../problems/language";
import { OperatorError } from "../../problems/problem";
import { backendOf } from "./backend";
import { openEnvelope } from "./envelope";
import { Handover } from "./key/handover";
import { fetchKey } from "./key/key-source";
import type { MasterKey } from "./key/master-key";
import type { StatePlace } from "./place";
import type { StateSettings } from "./settings";
import { type StackId, stackPath } from "./stack-id";
import { StackState } from "./stack-state";
import { openStore } from "./store/open-store";
import type { StateStore } from "./store/store";

export interface StatesOptions {
  /** Told what the operator must know: a key was made. */
  readonly tell: (text: Localised) => void;
  readonly signal?: AbortSignal;

  /** Commands that look at every town ask for the credential that may. @default false */
  readonly everyTown?: boolean;
}

/** The keys of a run. */
export interface Keys {
  readonly now: MasterKey;

  /** The one before, while it is being replaced. */
  readonly before?: MasterKey;
}

/** The states of a config, for one run: its master key is fetched once, when the first state is asked for. */
export class States {
  private fetched?: Promise<Keys>;
  private opened?: Promise<StateStore>;

  constructor(
    readonly settings: StateSettings,
    private readonly options: StatesOptions,
  ) {}

  /**
   * What OpenTofu needs to reach one state. To be closed after its last command.
   *
   * @param emptied - an emptied local state is about to be repaired
   * @throws OperatorError why there is no key; a local state that is empty although it was written before
   */
  async of(stack: StackId, { emptied = false } = {}): Promise<StackState> {
    const { place } = this.settings;
    if (place.kind === "local" && !emptied) await this.refuseEmptied(stack);
    return this.at(place, stack);
  }

  /** The same for a state that lies elsewhere than where the config says. */
  async at(place: StatePlace, stack: StackId): Promise<StackState> {
    const { now, before } = await this.keys();
    return new StackState({
      stack,
      place,
      backend: backendOf(place, stack),
      keys: [now, ...(before ? [before] : [])].map((key) => ({ id: key.id, handover: new Handover(key, stack) })),
      store: async () => (place === this.settings.place ? this.store() : openStore(place, { env: process.env })),
    });
  }

  /** States as they lie in their place: no key is needed. */
  store(): Promise<StateStore> {
    const { everyTown = false } = this.options;
    this.opened ??= openStore(this.settings.place, { env: process.env, everyTown });
    return this.opened;
  }

  keys(): Promise<Keys> {
    this.fetched ??= this.fetch();
    return this.fetched;
  }

  /** Forgets the keys and leaves the store. */
  async close(): Promise<void> {
    const keys = await this.fetched?.catch(() => undefined);
    keys?.now.forget();
    keys?.before?.forget();
    await (await this.opened)?.close();
  }

  private async fetch(): Promise<Keys> {
    const { key, previous, folder } = this.settings;
    const { tell, signal } = this.options;
    const beforeMaking = (file: string) => this.refuseNewKey(file);
    const options = { folder, env: process.env, tell, beforeMaking, ...(signal && { signal }) };
    const now = await fetchKey(key, options);
    return { now, ...(previous && { before: await fetchKey(previous, options) }) };
  }

  /** A new key beside states that another one encrypted would hide that this one is gone. */
  private async refuseNewKey(file: string): Promise<void> {
    const { place } = this.settings;
    for (const { bytes } of await (await this.store()).list()) {
      const envelope = bytes && openEnvelope(bytes);
      if (place.kind === "local" && envelope?.kind === "encrypted")
        throw new OperatorError([keyFileLost({ file, folder: place.folder, wanted: envelope.key?.id ?? "?" })]);
    }
  }

  /** OpenTofu takes an empty file for no state, and would make everything a second time. */
  private async refuseEmptied(stack: StackId): Promise<void> {
    const store = await this.store();
    const bytes = await store.read(stack);
    if (bytes?.length !== 0 || (await store.copies(stack)).length === 0) return;
    throw new OperatorError([damagedState({ state: stackPath(stack), how: "empty" })]);
  }
}
