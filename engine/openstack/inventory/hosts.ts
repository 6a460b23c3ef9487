import { z } from "zod";
import { unless } from "../answer-error";
import { type Collector, listing, ofProject } from "./collector";
import { id, metadata, name, text, texts } from "./shapes";

const keypair = z
  .object({ keypair: z.object({ name: z.string(), fingerprint: z.string() }) })
  .transform((given) => ({ ...given.keypair, id: given.keypair.name }));
type Keypair = z.output<typeof keypair> & { readonly user_id: string };

/** They belong to users: those of everyone who has a role in the project. */
const keypairs: Collector<"keypair", Keypair> = {
  kind: "keypair",
  service: "compute",
  async collect({ cloud, people, partly }) {
    const found = await Promise.all(
      (await people()).map(async (user_id) => {
        const others = user_id === cloud.user.id ? {} : { query: { user_id }, microversion: "compute 2.10" };
        const list = await unless([403], cloud.list("compute", "/os-keypairs", "keypairs", keypair, others));
        if (!list) partly("forbidden");
        return (list ?? []).map((one) => ({ ...one, id: `${user_id}/${one.name}`, user_id }));
      }),
    );
    return found.flat();
  },
};

export const HOSTS = [
  listing({
    kind: "server",
    service: "compute",
    path: "/servers/detail",
    key: "servers",
    options: ofProject,
    shape: z.object({
      id,
      name,
      status: z.string(),
      user_id: z.string(),
      created: z.string(),
      // its name alone in later versions of the API than the one asked for
      flavor: z.object({ id: text }).nullish(),
      key_name: text,
      metadata,
      security_groups: z.array(z.object({ name: z.string() })).default([]),
      "os-extended-volumes:volumes_attached": z.array(z.object({ id })).default([]),
    }),
  }),
  listing({
    kind: "server-group",
    service: "compute",
    path: "/os-server-groups",
    key: "server_groups",
    options: ({ own }) => ({ microversion: "compute 2.64", query: own ? {} : { all_projects: true } }),
    shape: z.object({ id, name, policy: text, members: texts, project_id: z.string() }),
    keep: ({ project_id }, { projectId }) => project_id === projectId,
  }),
  keypairs,
] as const;
