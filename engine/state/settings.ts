import { resolve } from "node:path";
import type { Config } from "../../schema/config";
import type { KeySection } from "../../schema/files/state";
import type { WorkFolder } from "../folders";
import { type KeySource, ownKey } from "./key/key-source";
import type { StatePlace } from "./place";

/** Where the states of a config are kept, and where their key comes from. */
export interface StateSettings {
  readonly place: StatePlace;
  readonly key: KeySource;

  /** The key before, while it is being replaced. */
  readonly previous?: KeySource;

  /** The config folder: commands that print a key run there. */
  readonly folder: string;
}

type Said = Pick<Config, "syndicate" | "folder">;

/** Reads the `state:` section of `syndicate.yaml`; without one, states are local and their key is the user's own. */
export function stateSettings(config: Said, work: WorkFolder): StateSettings {
  const section = config.syndicate.value.state ?? {};
  const previous = section.previousKey && keySource(config, "previousKey", section.previousKey);
  return {
    place: placeOf(config, work),
    key: section.key ? keySource(config, "key", section.key) : ownKey(process.env),
    ...(previous && { previous }),
    folder: config.folder,
  };
}

function placeOf({ syndicate }: Said, work: WorkFolder): StatePlace {
  const { pg, s3 } = syndicate.value.state ?? {};
  if (pg) return { kind: "pg", ...pg };
  if (s3) return { kind: "s3", ...s3, history: s3.history ?? s3.bucket };
  return { kind: "local", folder: work.states, history: work.stateHistory };
}

function keySource({ syndicate, folder }: Said, name: "key" | "previousKey", section: KeySection): KeySource {
  const at = syndicate.placeOf(["state", name]);
  const { command, passphrase, file } = section;
  if (command) return { kind: "command", command, at };
  if (file) return { kind: "file", file: resolve(folder, file), at };
  const variable = name === "key" ? "BEFFROI_STATE_PASSPHRASE" : "BEFFROI_STATE_PREVIOUS_PASSPHRASE";
  return { kind: "passphrase", salt: passphrase?.salt, variable, at };
}
