import { z } from "zod";
import { type Collector, type Listing, listing, type Thing } from "./collector";
import { flag, id, ids, name, number, text, texts } from "./shapes";

function octavia<const Kind extends string, Shape extends z.ZodType<Thing>>(kind: Kind, key: string, shape: Shape) {
  const options: Listing<Kind, Shape>["options"] = ({ projectId }) => ({ query: { project_id: projectId } });
  return listing({ kind, service: "balancers", path: `/lbaas/${key}`, key, shape, options });
}

const pools = octavia(
  "pool",
  "pools",
  z.object({ id, name, protocol: z.string(), lb_algorithm: text, loadbalancers: ids, listeners: ids }),
);

const member = z.object({ id, name, address: z.string(), protocol_port: number, weight: number });
type Member = z.output<typeof member> & { readonly pool_id: string };

/** They are listed pool by pool. */
const members: Collector<"member", Member> = {
  kind: "member",
  service: "balancers",
  async collect(scope) {
    const found = await Promise.all(
      (await pools.collect(scope)).map(async ({ id: pool_id }) => {
        const list = await scope.cloud.list("balancers", `/lbaas/pools/${pool_id}/members`, "members", member);
        return list.map((one) => ({ ...one, pool_id }));
      }),
    );
    return found.flat();
  },
};

export const BALANCERS = [
  octavia(
    "load-balancer",
    "loadbalancers",
    z.object({
      id,
      name,
      provider: text,
      provisioning_status: z.string(),
      vip_address: text,
      vip_port_id: text,
      vip_network_id: text,
      tags: texts,
      created_at: text,
    }),
  ),
  octavia(
    "listener",
    "listeners",
    z.object({
      id,
      name,
      protocol: z.string(),
      protocol_port: z.number(),
      loadbalancers: ids,
      default_pool_id: text,
      allowed_cidrs: z
        .array(z.string())
        .nullish()
        .transform((ranges) => ranges ?? []),
      admin_state_up: flag,
    }),
  ),
  pools,
  members,
  octavia("health-monitor", "healthmonitors", z.object({ id, name, type: z.string(), pools: ids })),
  octavia("l7-policy", "l7policies", z.object({ id, name, action: z.string(), listener_id: text, position: number })),
] as const;
