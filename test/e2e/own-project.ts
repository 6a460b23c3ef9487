import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { OpenStack } from "../../engine/openstack/client";
import { readCredentials } from "../../engine/openstack/credentials";
import { Hand } from "./by-hand";
import { enter } from "./devcloud";

/** A project where nobody else makes anything, and a user of it. */
export interface OwnProject {
  readonly id: string;
  readonly admin: OpenStack;

  /** Its user, entered. */
  readonly cloud: OpenStack;

  /** With which any OpenStack tool enters it. */
  readonly variables: NodeJS.ProcessEnv;

  /** Makes another user, with these roles in the project: its id, and how tools enter as it. */
  addUser(user: string, roles: readonly string[]): Promise<ProjectUser>;

  /** Takes project and users away. */
  remove(): Promise<void>;
}

export interface ProjectUser {
  readonly id: string;
  readonly variables: NodeJS.ProcessEnv;
}

const named = z.object({ id: z.string(), name: z.string() });

/** Makes a project in the devcloud; `folder` keeps the passwords of its users. */
export async function ownProject(name: string, folder: string): Promise<OwnProject> {
  const admin = await enter("devcloud-admin");
  const hand = new Hand(admin);
  const project = await hand.make("identity", "/projects", { project: { name } });
  const more = { quota_set: { volumes: 40, gigabytes: 4000 } };
  await admin.send("volume", `/os-quota-sets/${project}`, { method: "PUT", body: more });
  const known = await admin.list("identity", "/roles", "roles", named);
  const addUser = async (user: string, roles: readonly string[]): Promise<ProjectUser> => {
    const password = randomUUID();
    const id = await hand.make("identity", "/users", { user: { name: user, password } });
    for (const role of known.filter((one) => roles.includes(one.name)))
      await admin.send("identity", `/projects/${project}/users/${id}/roles/${role.id}`, { method: "PUT" });
    const file = join(folder, `${user}.yaml`);
    const auth = { auth_url: admin.cloud.authUrl, user_id: id, password, project_id: project };
    const clouds = { own: { auth, region_name: admin.region.name } };
    writeFileSync(file, JSON.stringify({ clouds }), { mode: 0o600 });
    return { id, variables: { OS_CLOUD: "own", OS_CLIENT_CONFIG_FILE: file } };
  };
  const { variables } = await addUser(name, ["member", "load-balancer_member"]);
  const cloud = await OpenStack.enter(readCredentials({ env: variables }));
  return { id: project, admin, cloud, variables, addUser, remove: () => hand.takeAway() };
}
