import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError, type Problem } from "../../problems/problem";
import type { Facts } from "../../schema/files/facts";
import { OpenStack } from "../openstack/client";
import type { Cloud } from "../openstack/cloud";
import { chooseImages } from "./choose-images";
import { chooseNetworks } from "./choose-networks";
import { type Comparison, checkFacts, compareFacts } from "./compare";
import { factsFrom } from "./facts-from";
import { factsText } from "./facts-text";
import { judge } from "./judge";
import { matchCloud } from "./match-cloud";
import { readCloud } from "./read-cloud";
import { replaceFile } from "./replace-file";
import { readTargetFiles } from "./target-files";

export interface DiscoverOptions {
  /** The config folder. */
  readonly folder: string;

  /** Name of the target. */
  readonly target: string;

  /** Its cloud's credentials: asked for once the target is known to be right. */
  credentials(): Cloud;

  /** Compare only, write nothing. */
  readonly check: boolean;

  /** Take the newest image of each name. */
  readonly renewImages: boolean;
  readonly now: Date;
  readonly signal?: AbortSignal;
}

export interface Discovery extends Comparison {
  /** Path of the facts in the config folder. */
  readonly file: string;
  readonly facts: Facts;
  readonly written: boolean;

  /** What keeps the facts from being written, with places in the files of `folder`. */
  readonly problems: readonly Problem[];

  /** Real path of the config folder. */
  readonly folder: string;
}

/**
 * Reads the cloud of a target and writes its facts, or compares them. Nothing is written when the target names
 * something that its cloud does not have.
 *
 * @throws OperatorError when the target's file or the credentials are wrong, or when the cloud refuses or is silent
 */
export async function discover(options: DiscoverOptions): Promise<Discovery> {
  const { target, check, renewImages, signal } = options;
  const { root, target: file, factsFile, facts: before = {}, factsProblems } = readTargetFiles(options.folder, target);
  if (check && factsProblems.length > 0) throw new OperatorError(factsProblems, root);
  const credentials = options.credentials();
  matchCloud(target, file, credentials, root);
  const { region, images } = file.value;
  const cloud = await OpenStack.enter(credentials, { region, ...(signal && { signal }) });
  const pinned = before.images ?? {};
  const found = await readCloud(cloud, Object.values(pinned));
  signal?.throwIfAborted();

  const names = Object.values(images);
  const chosen = {
    images: chooseImages({ target, names, found: found.images, pinned, renew: renewImages }),
    networks: chooseNetworks(found.externalNetworks, before.externalNetworks ?? {}),
  };
  const problems = judge(target, file, found, chosen);
  const { facts, notes } = factsFrom(found, chosen, before, options.now);
  const comparison = (check ? checkFacts : compareFacts)(before, facts);
  const written = !check && problems.length === 0;
  if (written) {
    const path = join(root, factsFile);
    replaceFile(path, factsText(target, facts, existsSync(path) ? readFileSync(path, "utf8") : ""));
  }
  return {
    file: factsFile,
    folder: root,
    facts,
    written,
    problems,
    differences: comparison.differences,
    notes: [...notes, ...comparison.notes],
  };
}
