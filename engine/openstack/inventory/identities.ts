import { z } from "zod";
import { unless } from "../answer-error";
import type { OpenStack } from "../client";
import type { Collector, Scope, Thing } from "./collector";
import { flag, id, name, text } from "./shapes";

const named = z.object({ id, name, domain: z.object({ id, name }).optional() });
const assignment = z.object({ role: named, user: named.optional(), group: named.optional() });

/** Who was given a role in the project, by itself and not by way of a group or of a domain. */
export function assignmentsOf(cloud: OpenStack, projectId: string): Promise<z.output<typeof assignment>[]> {
  const query = { "scope.project.id": projectId, include_names: true };
  return cloud.list("identity", "/role_assignments", "role_assignments", assignment, { query });
}

export interface Holder extends Thing {
  readonly domain: string;

  /** Names of the roles, sorted. */
  readonly roles: readonly string[];
}

function holders<const Kind extends "user" | "group">(kind: Kind): Collector<Kind, Holder> {
  return {
    kind,
    service: "identity",
    async collect({ cloud, projectId }) {
      const found = new Map<string, Holder>();
      for (const { role, [kind]: holder } of await assignmentsOf(cloud, projectId)) {
        if (!holder) continue;
        const roles = [...(found.get(holder.id)?.roles ?? []), role.name].sort();
        found.set(holder.id, { id: holder.id, name: holder.name, domain: holder.domain?.name ?? "", roles });
      }
      return [...found.values()];
    },
  };
}

/** What each of the users has, as far as these credentials may see. */
async function ofEachUser<Shape extends z.ZodType>(
  { cloud, people, partly }: Scope,
  path: string,
  key: string,
  shape: Shape,
): Promise<z.output<Shape>[]> {
  const lists = await Promise.all(
    (await people()).map(async (user) => {
      const list = await unless([403], cloud.list("identity", `/users/${user}/${path}`, key, shape));
      if (!list) partly("forbidden");
      return list ?? [];
    }),
  );
  return lists.flat();
}

const applicationCredential = z.object({
  id,
  name,
  project_id: id,
  user_id: text,
  expires_at: text,
  unrestricted: flag,
  roles: z.array(named).default([]),
});

const applicationCredentials: Collector<"application-credential", z.output<typeof applicationCredential>> = {
  kind: "application-credential",
  service: "identity",
  async collect(scope) {
    const all = await ofEachUser(scope, "application_credentials", "application_credentials", applicationCredential);
    return all.filter(({ project_id }) => project_id === scope.projectId);
  },
};

/** Keys of the S3 API. Their secret stands in the answer too, and is left there. */
const ec2 = z.object({ access: z.string(), tenant_id: id, user_id: id });
type Ec2 = Thing & { readonly user_id: string };

const ec2Credentials: Collector<"ec2-credential", Ec2> = {
  kind: "ec2-credential",
  service: "identity",
  async collect(scope) {
    const all = await ofEachUser(scope, "credentials/OS-EC2", "credentials", ec2);
    return all
      .filter(({ tenant_id }) => tenant_id === scope.projectId)
      .map(({ access, user_id }) => ({ id: access, name: "", user_id }));
  },
};

export const IDENTITIES = [holders("user"), holders("group"), applicationCredentials, ec2Credentials] as const;
