import type { Attributes } from "../../plan/plan";

/** Whether a provider block is the OpenStack provider's, whatever its local name. */
export function isOpenstack({ source }: Attributes): boolean {
  return String(source).endsWith("/openstack");
}
