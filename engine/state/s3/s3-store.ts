import { inParallel } from "../../fleet";
import type { S3Place } from "../place";
import type { StackId } from "../stack-id";
import { byTime, newCopy, parseCopyName } from "../store/copy-name";
import type { Copy, Reason, StateStore, StoredState } from "../store/store";
import { S3Client, type S3Request } from "./client";
import { historyOf, objectOf, STATES_PREFIX, stackOfObject } from "./names";

/** Requests under way at a time: a store answers in milliseconds, and has other guests. */
const AT_ONCE = 8;

/** States in an S3 bucket, their copies in another one or in the same. */
export class S3Store implements StateStore {
  private readonly client: S3Client;

  constructor(
    private readonly place: S3Place,
    env: NodeJS.ProcessEnv,
  ) {
    this.client = new S3Client(place, env);
  }

  async read(stack: StackId): Promise<Buffer | undefined> {
    const request = { bucket: this.place.bucket, key: objectOf(stack) };
    const { status, code, body } = await this.client.send("GET", request);
    if (status === 200) return body;
    if (status === 404 && code !== "NoSuchBucket") return undefined;
    throw this.client.refused(`GET ${request.bucket}/${request.key}: ${status} ${code}`);
  }

  async list(): Promise<StoredState[]> {
    const keys = await this.client.list(this.place.bucket, STATES_PREFIX);
    const stacks = keys.flatMap((key) => stackOfObject(key) ?? []);
    const states = await inParallel(stacks, async (stack) => ({ ...stack, bytes: await this.read(stack) }), AT_ONCE);
    return states.flatMap(({ bytes, ...stack }) => (bytes ? [{ ...stack, bytes }] : []));
  }

  async remove(stack: StackId): Promise<void> {
    await this.client.must("DELETE", { bucket: this.place.bucket, key: objectOf(stack) });
  }

  async keep(stack: StackId, bytes: Buffer, why: Reason): Promise<Copy> {
    const copy = newCopy(bytes, why, new Date());
    await this.client.must("PUT", { ...this.objectOf(stack, copy), body: bytes });
    return copy;
  }

  async copies(stack: StackId): Promise<Copy[]> {
    const prefix = historyOf(stack);
    const keys = await this.client.list(this.place.history, prefix);
    return keys.flatMap((key) => parseCopyName(key.slice(prefix.length)) ?? []).sort(byTime);
  }

  readCopy(stack: StackId, copy: Copy): Promise<Buffer> {
    return this.client.must("GET", this.objectOf(stack, copy));
  }

  async close(): Promise<void> {}

  private objectOf(stack: StackId, { name }: Copy): S3Request {
    return { bucket: this.place.history, key: `${historyOf(stack)}${name}` };
  }
}
