import { storeRefused, storeUnreachable } from "../../../problems/catalogue/state-store";
import { OperatorError, ToolError } from "../../../problems/problem";
import { type S3Place, told } from "../place";
import { type S3Credentials, s3Credentials } from "./credentials";
import { signed } from "./sign";

export interface S3Answer {
  readonly status: number;

  /** S3's own word for a refusal, such as `NoSuchKey`. */
  readonly code: string;
  readonly body: Buffer;
}

export interface S3Request {
  readonly bucket: string;

  /** @default - the bucket itself */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** How long a store may take to answer, in ms. */
const PATIENCE_MS = 30_000;

/** The few requests that keeping states needs, signed, by path style. */
export class S3Client {
  private readonly credentials: S3Credentials;

  constructor(
    readonly place: S3Place,
    env: NodeJS.ProcessEnv,
  ) {
    this.credentials = s3Credentials(env);
  }

  /**
   * Sends one request, and gives whatever the store answers.
   *
   * @throws ToolError `state-store-unreachable`
   */
  async send(method: string, { bucket, key = "", query = {}, headers = {}, body }: S3Request): Promise<S3Answer> {
    const { endpoint, region } = this.place;
    const url = new URL(`${endpoint.replace(/\/$/, "")}/${bucket}${key && `/${key}`}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const bytes = body ?? new Uint8Array();
    try {
      const response = await fetch(url, {
        method,
        headers: signed({ method, url, headers, body: bytes }, this.credentials, region, new Date()),
        ...(body && { body }),
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const answer = Buffer.from(await response.arrayBuffer());
      const code = /<Code>([^<]+)<\/Code>/.exec(answer.toString())?.[1] ?? "";
      return { status: response.status, code, body: answer };
    } catch (error) {
      const { cause, message } = error as Error & { cause?: Error };
      throw new ToolError([storeUnreachable({ place: told(this.place), reason: cause?.message || message })]);
    }
  }

  /**
   * As {@link send}, for requests that must succeed.
   *
   * @throws OperatorError `state-store-refused`
   */
  async must(method: string, request: S3Request): Promise<Buffer> {
    const { status, code, body } = await this.send(method, request);
    if (status >= 200 && status < 300) return body;
    throw this.refused(`${method} ${request.bucket}/${request.key ?? ""}: ${status} ${code}`);
  }

  refused(reason: string): OperatorError {
    return new OperatorError([storeRefused({ place: told(this.place), role: this.credentials.accessKeyId, reason })]);
  }

  /** Keys that start with `prefix`. */
  async list(bucket: string, prefix: string): Promise<string[]> {
    const keys: string[] = [];
    let token: string | undefined;
    do {
      const query = { "list-type": "2", prefix, ...(token && { "continuation-token": token }) };
      const xml = (await this.must("GET", { bucket, query })).toString();
      keys.push(...[...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => unescaped(key as string)));
      token = /<NextContinuationToken>([^<]*)</.exec(xml)?.[1];
      if (token) token = unescaped(token);
    } while (token);
    return keys;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] as string);
}
