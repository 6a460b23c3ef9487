import { constantOf } from "../../plan/expression";
import { type Attributes, UNKNOWN } from "../../plan/plan";
import { follow, resourcesNamed } from "../../plan/references";
import type { RuleContext } from "../rule";
import { textsOf } from "./values";

/** Roles that may do everything in a project, a domain, or the whole cloud. */
const ADMINISTRATORS = new Set([
  "admin",
  "administrator",
  "cloud_admin",
  "domain_admin",
  "project_admin",
  "system_admin",
]);

export function isAdministrator(role: string): boolean {
  return ADMINISTRATORS.has(role.toLowerCase().replace("-", "_"));
}

/** A role as far as the plan tells it: by name, else by id, else not at all. */
export interface GrantedRole {
  readonly name?: string;
  readonly id?: string;
}

/** Roles that a resource grants; {@link UNKNOWN} when not even their number is known. */
export function grantedRoles(
  resource: Attributes,
  context: RuleContext,
): { attribute: string; roles: readonly GrantedRole[] | typeof UNKNOWN } {
  if (context.change.type === "openstack_identity_application_credential_v3") {
    const names = textsOf(resource.roles);
    return { attribute: "roles", roles: names === UNKNOWN ? UNKNOWN : names.map((name) => ({ name })) };
  }
  return { attribute: "role_id", roles: [assignedRole(resource, context)] };
}

/** An assignment holds an id; the name is found where the same configuration makes the role or looks it up. */
function assignedRole({ role_id: id }: Attributes, { plan, change }: RuleContext): GrantedRole {
  const made = follow(plan, change, "role_id").find(({ type }) => type === "openstack_identity_role_v3");
  const looked = resourcesNamed(plan, change, change.written?.role_id).map((address) =>
    constantOf(plan.configured.get(address)?.name),
  );
  const name = made?.after?.name ?? looked.find((one) => typeof one === "string");
  return {
    ...(typeof name === "string" && { name }),
    ...(typeof id === "string" && { id }),
  };
}
