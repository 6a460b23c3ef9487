import { unknownTarget } from "../../problems/catalogue/config-references";
import { OperatorError, type Problem } from "../../problems/problem";
import { unknownName } from "../../schema/checks/targets";
import type { Located } from "../../schema/config";
import type { Facts } from "../../schema/files/facts";
import { factsSchema } from "../../schema/files/facts";
import { type Target, targetSchema } from "../../schema/files/target";
import { isThere, readFile, realFolder } from "../../schema/read-file";
import { listFolder } from "../../schema/source/listing";

export interface TargetFiles {
  /** Real path of the config folder. */
  readonly root: string;
  readonly target: Located<Target>;

  /** Path of the facts in the folder. */
  readonly factsFile: string;

  /** What is right in the facts until now; absent: there are none. */
  readonly facts?: Partial<Facts>;

  /** What is wrong in them. */
  readonly factsProblems: readonly Problem[];
}

/**
 * Reads the file of a target, and its facts when it has some; no other file of the config, which may not be complete
 * before the first facts are there.
 *
 * @throws OperatorError `unknown-target`, and all that is wrong in the target's file
 */
export function readTargetFiles(folder: string, name: string): TargetFiles {
  const root = realFolder(folder);
  const problems: Problem[] = [];
  const known = listFolder(root, "targets", (problem) => problems.push(problem));
  if (!known.includes(name)) throw new OperatorError([unknownTarget(unknownName(name, known)), ...problems], root);
  const wrong: Problem[] = [];
  const target = readFile(root, `targets/${name}.yaml`, targetSchema, (problem) => wrong.push(problem));
  if (!target || wrong.length > 0) throw new OperatorError(wrong, root);
  const factsFile = `facts/${name}.yaml`;
  if (!isThere(root, factsFile)) return { root, target, factsFile, factsProblems: [] };
  const factsProblems: Problem[] = [];
  const facts = readFile(root, factsFile, factsSchema, (problem) => factsProblems.push(problem));
  if (!facts) throw new OperatorError(factsProblems, root);
  return { root, target, factsFile, facts: facts.parts as Partial<Facts>, factsProblems };
}
