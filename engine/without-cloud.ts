import type { Blueprint } from "../blueprint/blueprint";
import { stackCredentialsMissing } from "../problems/catalogue/apply";
import { OperatorError, type Problem } from "../problems/problem";
import { searchedFor } from "./openstack/stack-credentials";
import type { StackId } from "./state/stack-id";
import type { StateAccess, Tofu } from "./tofu";

/** No credentials were found for a stack that needs the cloud. */
export function noCloud({ owner, stack }: StackId, { town, target }: Blueprint, why: "apply" | "refresh"): Problem {
  return stackCredentialsMissing({
    town: town.name,
    insee: owner,
    stack,
    target: target.name,
    why,
    searched: searchedFor(),
  });
}

/**
 * A state that holds nothing needs no cloud; any other is refreshed from it.
 *
 * @throws OperatorError `stack-credentials-missing`
 */
export async function requireNothingMade(
  tofu: Tofu,
  { args }: StateAccess,
  id: StackId,
  blueprint: Blueprint,
): Promise<void> {
  const { stdout } = await tofu.run("state", ["list", ...args]);
  if (stdout.toString().trim() !== "") throw new OperatorError([noCloud(id, blueprint, "refresh")]);
}
