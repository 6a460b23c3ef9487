import * as http from "node:http";
import * as https from "node:https";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { badStatus, noAnswer, ofSystem, proxyRefused, tooMuch } from "./download-error";
import type { Env } from "./folders";
import { proxyFor } from "./proxy";

export interface GetOptions {
  readonly env: Env;

  /** For each address on the way to answer, milliseconds. */
  readonly answerWithin: number;
  readonly signal?: AbortSignal | undefined;
}

const MOST_REDIRECTS = 5;

/** GET with redirects, through the proxy of the environment when there is one. @throws DownloadError */
export async function get(
  address: URL,
  options: GetOptions,
  redirects = MOST_REDIRECTS,
): Promise<http.IncomingMessage> {
  const response = await answer(address, options);
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400 && headers.location) {
    response.destroy();
    if (redirects === 0) throw tooMuch({ en: "redirects", fr: "redirections" });
    return get(new URL(headers.location, address), options, redirects - 1);
  }
  if (status !== 200) {
    response.destroy();
    throw badStatus(status);
  }
  return response;
}

async function answer(address: URL, { env, answerWithin, signal }: GetOptions): Promise<http.IncomingMessage> {
  const cancel = new AbortController();
  const late = setTimeout(() => cancel.abort(), answerWithin);
  signal?.addEventListener("abort", () => cancel.abort(), { once: true }); // also in the middle of the body
  try {
    signal?.throwIfAborted();
    return await send(address, env, cancel.signal);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (cancel.signal.aborted) throw noAnswer(answerWithin);
    throw ofSystem(error);
  } finally {
    clearTimeout(late);
  }
}

async function send(address: URL, env: Env, signal: AbortSignal): Promise<http.IncomingMessage> {
  const proxy = proxyFor(address, env);
  if (!proxy)
    return begin(address.protocol === "https:" ? https.get(address, { signal }) : http.get(address, { signal }));
  const headers = proxyHeaders(proxy);
  const { hostname: host, port } = proxy;
  if (address.protocol === "http:") {
    return begin(http.get({ host, port, path: address.href, headers: { ...headers, Host: address.host }, signal }));
  }
  const socket = await tunnel(proxy, `${address.hostname}:${address.port || 443}`, headers, signal);
  const createConnection = () => connectTls({ socket, servername: address.hostname });
  return begin(https.get(address, { createConnection, signal }));
}

function begin(request: http.ClientRequest): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => request.once("response", resolve).once("error", reject));
}

/** A connection to `target` (host:port) that the proxy carries without reading it. */
function tunnel(proxy: URL, target: string, headers: http.OutgoingHttpHeaders, signal: AbortSignal): Promise<Socket> {
  const { hostname: host, port } = proxy;
  const request = http.request({
    host,
    port,
    method: "CONNECT",
    path: target,
    headers: { ...headers, Host: target },
    signal,
  });
  return new Promise((resolve, reject) => {
    request.once("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(proxyRefused(proxy.host, statusCode));
    });
    request.once("error", reject).end();
  });
}

function proxyHeaders({ username, password }: URL): http.OutgoingHttpHeaders {
  if (!username) return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "Proxy-Authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}
