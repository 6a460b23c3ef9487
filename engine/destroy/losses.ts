import { HOLDS_DATA } from "../../gates/knowledge/holds-data";
import type { Plan } from "../../plan/plan";
import { AnswerError } from "../openstack/answer-error";
import { OpenStack } from "../openstack/client";
import type { StackCredentials } from "../openstack/stack-credentials";

/** Something that holds data, and would be gone. */
export interface Loss {
  readonly address: string;
  readonly type: string;
  readonly name: string;

  /** Of a volume. */
  readonly sizeGiB?: number;

  /** What is in a container today; absent: the cloud did not tell. */
  readonly content?: { readonly documents: number; readonly bytes: number };
}

const CONTAINER = "openstack_objectstorage_container_v1";

/** What a plan takes away that holds data. */
export function lossesOf({ changes }: Plan): Loss[] {
  return changes
    .filter(({ type, actions }) => HOLDS_DATA.includes(type) && actions.includes("delete"))
    .map(({ address, type, before = {} }) => ({
      address,
      type,
      name: typeof before.name === "string" ? before.name : address,
      ...(typeof before.size === "number" && { sizeGiB: before.size }),
    }));
}

/**
 * The same with what is in each container today: the plan knows only its quota.
 *
 * @throws OperatorError, ToolError when the cloud cannot be entered
 */
export async function measured(losses: readonly Loss[], { cloud }: StackCredentials): Promise<Loss[]> {
  if (!losses.some(({ type }) => type === CONTAINER)) return [...losses];
  const entered = await OpenStack.enter(cloud);
  return Promise.all(
    losses.map(async (loss) => {
      const content = loss.type === CONTAINER ? await contentOf(entered, loss.name) : undefined;
      return { ...loss, ...(content && { content }) };
    }),
  );
}

async function contentOf(cloud: OpenStack, container: string): Promise<Loss["content"]> {
  try {
    const { headers } = await cloud.send("objects", `/${encodeURIComponent(container)}`, { method: "HEAD" });
    const [documents, bytes] = ["count", "bytes-used"].map((what) => {
      return Number(headers[`x-container-${what === "count" ? "object-count" : what}`]);
    });
    return Number.isFinite(documents) && Number.isFinite(bytes)
      ? { documents: documents as number, bytes: bytes as number }
      : undefined;
  } catch (error) {
    if (error instanceof AnswerError) return undefined;
    throw error;
  }
}
