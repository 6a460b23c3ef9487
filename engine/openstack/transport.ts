import { setMaxListeners } from "node:events";
import http, { type IncomingHttpHeaders } from "node:http";
import https from "node:https";

export interface Exchange {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;

  /** Sent as JSON. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface TransportOptions {
  /** Certificates to trust beside none other, in PEM. @default - those that Node trusts */
  readonly ca?: string;

  /** @default false - certificates are checked */
  readonly insecure?: boolean;

  /** How long a server may stay silent, in ms. @default 60000 */
  readonly silenceMs?: number;
  readonly signal?: AbortSignal;
}

/** Connections to one cloud at once: enough to hide its latency, few enough to go unnoticed. */
const MOST_CONNECTIONS = 8;
const SILENCE_MS = 60_000;

/** A firewall that drops packets would else keep one waiting for minutes. */
const CONNECT_MS = 10_000;

/**
 * Exchanges messages with a cloud. It stands on `node:https` and not on `fetch`, whose TLS no caller of Node 20 can
 * set: clouds of local data centres have certificates of their own authority. It follows no redirection: the token
 * would go elsewhere.
 */
export class Transport {
  readonly #agents: { readonly "http:": http.Agent; readonly "https:": https.Agent };

  constructor(private readonly options: TransportOptions = {}) {
    const { ca, insecure = false, signal } = options;
    const connections = { keepAlive: true, maxSockets: MOST_CONNECTIONS };
    this.#agents = {
      "http:": new http.Agent(connections),
      "https:": new https.Agent({ ...connections, ...(ca && { ca }), rejectUnauthorized: !insecure }),
    };
    // Every request and every pause listens to it: Node warns from the eleventh on.
    if (signal) setMaxListeners(0, signal);
  }

  /** @throws the error of Node, with its `code`, when no whole answer came; the reason of the signal when aborted */
  send({ method, url, headers, body }: Exchange): Promise<Answer> {
    const { signal, silenceMs = SILENCE_MS } = this.options;
    const secure = url.protocol === "https:";
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const request = (secure ? https : http).request(url, {
        method,
        agent: this.#agents[secure ? "https:" : "http:"],
        timeout: silenceMs,
        headers: {
          Accept: "application/json",
          "User-Agent": "beffroi",
          ...(text !== undefined && { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }),
          ...headers,
        },
        ...(signal && { signal }),
      });
      const fail = (error: Error) => reject(signal?.aborted ? signal.reason : error);
      const giveUp = () => request.destroy(Object.assign(new Error("silent"), { code: "ETIMEDOUT" }));
      request.once("error", fail);
      request.once("timeout", giveUp);
      request.once("socket", (socket) => {
        if (!socket.connecting) return;
        const timer = setTimeout(giveUp, CONNECT_MS);
        for (const event of ["connect", "close"]) socket.once(event, () => clearTimeout(timer));
      });
      request.once("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", fail);
        response.once("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      request.end(text);
    });
  }
}
