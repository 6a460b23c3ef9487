import { resolve } from "node:path";
import { cleartextDatabase, severalPlaces } from "../../problems/catalogue/state";
import { keyAmbiguous, keyNotNamed } from "../../problems/catalogue/state-keys";
import { OperatorError, type Problem } from "../../problems/problem";
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

/**
 * Reads the `state:` section of `syndicate.yaml`; without one, states are local and their key is the user's own.
 *
 * @throws OperatorError all that does not go together, see {@link stateProblems}
 */
export function stateSettings(config: Said, work: WorkFolder): StateSettings {
  const problems = stateProblems(config);
  if (problems.length > 0) throw new OperatorError(problems, config.folder);
  const section = config.syndicate.value.state ?? {};
  const previous = section.previousKey && keySource(config, "previousKey", section.previousKey);
  return {
    place: placeOf(config, work),
    key: section.key ? keySource(config, "key", section.key) : ownKey(process.env),
    ...(previous && { previous }),
    folder: config.folder,
  };
}

/** What is wrong with the `state:` section although each of its values is fine. */
export function stateProblems({ syndicate }: Said): Problem[] {
  const section = syndicate.value.state;
  if (!section) return [];
  const at = (...path: string[]) => syndicate.placeOf(["state", ...path]);
  const { pg, s3 } = section;
  const shared = pg ? "pg" : s3 ? "s3" : undefined;
  const ambiguous = (["key", "previousKey"] as const).flatMap((name) => {
    const named = Object.keys(section[name] ?? {});
    return section[name] && named.length !== 1 ? [keyAmbiguous({ named }, at(name))] : [];
  });
  return [
    ...(pg && s3 ? [severalPlaces({}, at("s3"))] : []),
    ...(pg?.tls === "disable" && !isThisMachine(pg.host)
      ? [cleartextDatabase({ host: pg.host }, at("pg", "tls"))]
      : []),
    ...(shared && !section.key ? [keyNotNamed({ place: shared }, at())] : []),
    ...ambiguous,
  ];
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

/** A path is a Unix socket. */
function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.") || host.startsWith("/");
}
