import type { TerraformStack } from "cdktf";
import { RootConstruct } from "constructs";
import type { Blueprint } from "../blueprint/blueprint";
import { constructRefused } from "../problems/catalogue/constructs";
import { OperatorError } from "../problems/problem";
import { HostingStack, hostingStackName } from "./hosting";
import { render } from "./render";
import { type Sources, sourcesOf } from "./trace";

/** A stack, ready for OpenTofu. */
export interface Synthesised {
  /** The bytes of `cdk.tf.json`: sorted, so that the same blueprint always gives the same ones, on any machine. */
  readonly json: string;

  /** Where in the blueprint each resource comes from. */
  readonly sources: Sources;
}

// A stack trace for every reference takes longer than all the rest, and nobody reads it.
process.env.CDKTN_DISABLE_CREATION_STACK ??= "1";

/**
 * Synthesises the hosting of a town, in memory: no file, and no CDKTF `App`, which makes a folder.
 *
 * @throws OperatorError what the constructs refuse
 */
export function synthesise(blueprint: Blueprint): Synthesised {
  return withOwnTokens(() =>
    synthesiseStack(new HostingStack(new RootConstruct(), hostingStackName(blueprint), blueprint)),
  );
}

/**
 * Synthesises a stack once all of its validations hold.
 *
 * @throws OperatorError `construct-refused`, for each that does not
 */
export function synthesiseStack(stack: TerraformStack): Synthesised {
  const problems = stack.node
    .findAll()
    .flatMap(({ node }) => node.validate().map((said) => constructRefused({ construct: node.path, said })));
  if (problems.length > 0) throw new OperatorError(problems);
  return { json: `${JSON.stringify(render(stack), null, 2)}\n`, sources: sourcesOf(stack) };
}

interface TokenMap {
  stringTokenMap: Map<unknown, unknown>;
  numberTokenMap: Map<unknown, unknown>;
}

/**
 * CDKTF keeps every reference ever made, and with it every stack, in one global map. What a town adds to it is taken out
 * again, so that its stack can go: 400 towns then take no more memory than one.
 */
function withOwnTokens<T>(run: () => T): T {
  const map = (globalThis as { __cdktfTokenMap?: TokenMap }).__cdktfTokenMap;
  if (!map) throw new Error("CDKTF keeps its references elsewhere than it did");
  const { stringTokenMap, numberTokenMap } = map;
  Object.assign(map, { stringTokenMap: new Map(stringTokenMap), numberTokenMap: new Map(numberTokenMap) });
  try {
    return run();
  } finally {
    Object.assign(map, { stringTokenMap, numberTokenMap });
  }
}
