import { z } from "zod";
import { projectMissing } from "../../problems/catalogue/discover";
import { OperatorError } from "../../problems/problem";
import { inParallel } from "../fleet";
import { unless } from "../openstack/answer-error";
import type { OpenStack } from "../openstack/client";
import { inventory } from "../openstack/inventory";
import type { StatePlace } from "../state/place";
import type { Survey } from "./found";
import type { StateResource } from "./state-resources";

const encryption = z.object({ encryption_key_id: z.string().nullish() });

/** How many volumes are asked for their keys at once. */
const AT_ONCE = 6;

/**
 * Takes the inventory of the project that these credentials open.
 *
 * @throws OperatorError when they open none
 */
export async function survey(cloud: OpenStack, states: readonly StateResource[], place: StatePlace): Promise<Survey> {
  const { project, user } = cloud;
  const { login, origin } = cloud.cloud;
  if (!project) throw new OperatorError([projectMissing({ origin })]);
  const found = await inventory(cloud, project.id);
  const encrypted = found.items.flatMap((item) => (item.kind === "volume" && item.details.encrypted ? [item.id] : []));
  const keys = cloud.has("secrets")
    ? await inParallel(
        encrypted,
        async (id) => {
          const asked = cloud.get("volume", `/volumes/${id}/encryption`, encryption);
          return (await unless([403, 404], asked))?.encryption_key_id ?? [];
        },
        AT_ONCE,
      )
    : [];
  const credential = login.method === "application_credential" ? login.credential : undefined;
  return {
    projectId: project.id,
    inventory: found,
    states,
    userId: user.id,
    ...(credential && { credential: "id" in credential ? credential.id : credential.name }),
    volumeKeys: new Set(keys.flat()),
    stateContainers: place.kind === "s3" ? [place.bucket, place.history] : [],
  };
}
