import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { OpenStack } from "../../../engine/openstack/client";
import type { Cloud } from "../../../engine/openstack/cloud";
import { Secret } from "../../../engine/openstack/secret";
import { OperatorError } from "../../../problems/problem";

let folder: string;
let server: Server;
let ca: string;
const bodies: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=keystone", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"];
  const make = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  execFileSync("openssl", [...make, ...subject, "-keyout", key, "-out", cert], { stdio: "ignore" });
  ca = readFileSync(cert, "utf8");
  server = createServer({ key: readFileSync(key), cert: ca }, async (request, response) => {
    for await (const chunk of request) bodies.push(String(chunk));
    response.writeHead(201, { "X-Subject-Token": "t" });
    const catalog = [{ type: "identity", endpoints: [{ interface: "public", region_id: "R", url: "https://x" }] }];
    response.end(JSON.stringify({ token: { user: { id: "u1", name: "beffroi" }, catalog } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const cloud = (more: Partial<Cloud>): Cloud => ({
  origin: { en: "the OS_* variables", fr: "les variables OS_*" },
  authUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}/v3`,
  login: { method: "token", token: new Secret("gAAAA") },
  interface: "public",
  insecure: false,
  ...more,
});

describe("a cloud whose certificate an authority of its own has signed", () => {
  it("is refused before anything is sent, and the fix is `cacert`", async () => {
    const error = await OpenStack.enter(cloud({})).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OperatorError);
    const { problems, exitCode } = error as OperatorError;
    expect(problems[0]?.code).toBe("cloud-certificate-refused");
    expect(problems[0]?.fix.fr).toContain("cacert");
    expect(exitCode).toBe(2);
    expect(bodies).toEqual([]);
  });

  it("is entered with the certificate of this authority", async () => {
    expect((await OpenStack.enter(cloud({ ca }))).user.name).toBe("beffroi");
  });

  it("is entered when the operator gave up checking", async () => {
    expect((await OpenStack.enter(cloud({ insecure: true }))).user.name).toBe("beffroi");
  });
});
