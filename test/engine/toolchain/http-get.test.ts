import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Env } from "../../../engine/toolchain/folders";
import { get } from "../../../engine/toolchain/http-get";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<{ server: Server; base: string }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const fetchFrom = (address: string, env: Env = {}) => get(new URL(address), { env, answerWithin: 1_000 });

async function text(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

describe("get", () => {
  it("follows redirects", async () => {
    const { base } = await serve(({ url }, response) =>
      url === "/a" ? response.writeHead(302, { Location: "/b" }).end() : response.end(`at ${url}`),
    );
    expect(await text(await fetchFrom(`${base}/a`))).toBe("at /b");
  });

  it("gives up on endless redirects", async () => {
    const { base } = await serve((_, response) => response.writeHead(302, { Location: "/" }).end());
    await expect(fetchFrom(base)).rejects.toThrow("too many redirects");
  });

  it("tells the status that is not 200", async () => {
    const { base } = await serve((_, response) => response.writeHead(403).end());
    await expect(fetchFrom(base)).rejects.toMatchObject({ reason: { fr: "le serveur répond 403" }, isFinal: false });
  });

  it("gives the proxy the whole address and the name and password of its own", async () => {
    let seen: IncomingMessage | undefined;
    const { base } = await serve((request, response) => {
      seen = request;
      response.end("from the proxy");
    });
    const proxy = base.replace("//", "//agent:p%40ss@");
    expect(await text(await fetchFrom("http://releases.example/x", { http_proxy: proxy }))).toBe("from the proxy");
    expect(seen?.url).toBe("http://releases.example/x");
    expect(seen?.headers["proxy-authorization"]).toBe(`Basic ${Buffer.from("agent:p@ss").toString("base64")}`);
  });

  it("asks the proxy for a tunnel to an https address", async () => {
    const { server, base } = await serve(() => undefined);
    let asked = "";
    server.on("connect", ({ url }, socket) => {
      asked = url ?? "";
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    });
    const env = { HTTPS_PROXY: base };
    await expect(fetchFrom("https://releases.example/x", env)).rejects.toThrow(/the proxy 127.0.0.1:\d+ answers 407/);
    expect(asked).toBe("releases.example:443");
  });
});
