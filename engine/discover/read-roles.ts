import { z } from "zod";
import { unless } from "../openstack/answer-error";
import type { OpenStack } from "../openstack/client";
import type { Found } from "./found";

const role = z.object({ id: z.string(), name: z.string(), domain_id: z.string().nullish() });

/** Roles that tenants may be given, without those of single domains; nothing when the credentials may not know. */
export async function readRoles(cloud: OpenStack): Promise<Found["roles"]> {
  const roles = await unless([403], cloud.list("identity", "/roles", "roles", role));
  return roles && Object.fromEntries(roles.flatMap(({ id, name, domain_id }) => (domain_id ? [] : [[name, id]])));
}
