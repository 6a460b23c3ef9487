import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Cloud } from "../../../engine/openstack/cloud";
import { Secret } from "../../../engine/openstack/secret";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | "cut" | "half" | "silence";
type Handler = (asked: Asked, times: number) => Reply;

/**
 * A server on loopback that speaks HTTP as OpenStack's do: it gives tokens `token-1`, `token-2`, ... and whatever a
 * test lays down for the rest. For what the client does on the wire, not for what a cloud is.
 */
export class Door {
  readonly asked: Asked[] = [];
  private readonly server: Server;
  private readonly handlers = new Map<string, Handler>();
  private readonly times = new Map<string, number>();
  private tokens = 0;

  /** Regions in which the catalogue has every service; the last of them is the one of `cloud()`. */
  regions = ["RegionOne"];

  constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.on("POST /v3/auth/tokens", () => this.tokenReply());
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cloud(more: Partial<Cloud> = {}): Cloud {
    return {
      origin: { en: "the OS_* variables", fr: "les variables OS_*" },
      authUrl: `${this.origin}/v3`,
      login: {
        method: "password",
        user: { name: "beffroi", domain: { id: "default" } },
        password: new Secret("tr0p-secret"),
      },
      scope: { project: { name: "aunis", domain: { id: "default" } } },
      interface: "public",
      insecure: false,
      ...more,
    };
  }

  /** Answers `GET /compute/flavors` (the path without its query) by what the handler says. */
  on(what: string, handler: Handler): void {
    this.handlers.set(what, handler);
  }

  /** What was asked of this path. */
  askedOf(what: string): Asked[] {
    return this.asked.filter(({ method, path }) => `${method} ${path.split("?")[0]}` === what);
  }

  tokenReply(more: object = {}): Reply {
    this.tokens += 1;
    const services = ["compute", "network", "image", "identity", "object-store"];
    const endpoints = (type: string) =>
      this.regions.map((region) => ({ interface: "public", region_id: region, url: `${this.origin}/${type}` }));
    return {
      status: 201,
      headers: { "X-Subject-Token": `token-${this.tokens}` },
      body: {
        token: {
          user: { id: "u1", name: "beffroi" },
          project: { id: "p1", name: "aunis" },
          roles: [{ id: "r1", name: "reader" }],
          catalog: services.map((type) => ({ type, endpoints: endpoints(type) })),
          ...more,
        },
      },
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = request;
    const asked: Asked = {
      method,
      path: url,
      token: headers["x-auth-token"] as string | undefined,
      headers,
      body: Buffer.concat(chunks).toString(),
    };
    this.asked.push(asked);
    const what = `${method} ${url.split("?")[0]}`;
    const times = (this.times.get(what) ?? 0) + 1;
    this.times.set(what, times);
    const reply = this.handlers.get(what)?.(asked, times) ?? { status: 404, body: { message: `nothing at ${what}` } };
    if (reply === "silence") return;
    if (reply === "cut") return void request.socket.destroy();
    if (reply === "half") {
      response.writeHead(200, { "Content-Length": "1000" }).write('{"half":');
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    const { status = 200, headers: more, body = {} } = reply;
    response.writeHead(status, { "Content-Type": "application/json", ...more });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  }
}
