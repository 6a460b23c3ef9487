import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { OpenStack } from "../../../engine/openstack/client";
import { Secret } from "../../../engine/openstack/secret";
import { OperatorError, type Problem } from "../../../problems/problem";
import { Door } from "./door";

const QUICK = { pauseMs: 1, tries: 4, silenceMs: 150 };

let door: Door;
beforeEach(async () => {
  door = new Door();
  await door.open();
});
afterEach(() => door.close());

const enter = (more = {}) => OpenStack.enter(door.cloud(), { ...QUICK, ...more });
const thing = z.object({ id: z.string() });

async function failureOf(doing: Promise<unknown>): Promise<{ problem: Problem; exitCode: number }> {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OperatorError)) throw error ?? new Error("it did not fail");
  expect(error.problems).toHaveLength(1);
  return { problem: error.problems[0] as Problem, exitCode: error.exitCode };
}

describe("entering a cloud", () => {
  it("tells Keystone the user, the password and the project", async () => {
    const { project, user, roles } = await enter();
    expect(JSON.parse(door.asked[0]?.body ?? "")).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: "beffroi", domain: { id: "default" }, password: "tr0p-secret" } },
        },
        scope: { project: { name: "aunis", domain: { id: "default" } } },
      },
    });
    expect({ project, user, roles }).toEqual({
      project: { id: "p1", name: "aunis" },
      user: { id: "u1", name: "beffroi" },
      roles: [{ id: "r1", name: "reader" }],
    });
  });

  it("sends an application credential without a project", async () => {
    const { scope: _, ...unscoped } = door.cloud();
    const login = { method: "application_credential", credential: { id: "c1" }, secret: new Secret("s") } as const;
    await OpenStack.enter({ ...unscoped, login });
    expect(JSON.parse(door.asked[0]?.body ?? "")).toEqual({
      auth: { identity: { methods: ["application_credential"], application_credential: { id: "c1", secret: "s" } } },
    });
  });

  it("says that the credentials are refused, and by whom, without the password", async () => {
    const echo = (body: string) => JSON.parse(body).auth.identity.password.user.password;
    door.on("POST /v3/auth/tokens", ({ body }) => ({ status: 401, body: { error: { message: `no: ${echo(body)}` } } }));
    const { problem, exitCode } = await failureOf(enter());
    expect(problem.code).toBe("cloud-credentials-refused");
    expect(problem.what.en).toContain(new URL(door.origin).host);
    expect(exitCode).toBe(2);
    expect(problem.what.fr).toContain("no: (secret)");
  });

  it("says that nobody answers", async () => {
    const cloud = door.cloud();
    door.close();
    const { problem, exitCode } = await failureOf(OpenStack.enter(cloud, QUICK));
    expect(problem.code).toBe("cloud-unreachable");
    expect(problem.what.en).toContain("ECONNREFUSED");
    expect(exitCode).toBe(3);
  });

  it("takes a page that is no Keystone for what it is", async () => {
    door.on("POST /v3/auth/tokens", () => ({ status: 200, body: "<html><h1>Welcome</h1> to the router</html>" }));
    const { problem } = await failureOf(enter());
    expect(problem.code).toBe("cloud-answer-unexpected");
    expect(problem.what.fr).toContain("statut 200, et pas de jeton dedans : Welcome to the router");
  });

  it("suggests the region that was meant", async () => {
    door.regions = ["GRA11", "SBG5"];
    const { problem } = await failureOf(enter({ region: "SBG" }));
    expect(problem.code).toBe("cloud-region-unknown");
    expect(problem.what.en).toContain('Did you mean "SBG5"?');
    expect(problem.accepted?.en).toBe("GRA11 or SBG5");
  });

  it("does not choose among several regions", async () => {
    door.regions = ["GRA11", "SBG5"];
    const { problem } = await failureOf(enter());
    expect(problem.code).toBe("cloud-region-not-chosen");
  });
});

describe("asking a service", () => {
  it("finds its address in the catalogue, and adds the version and the token", async () => {
    door.on("GET /network/v2.0/networks/n1", () => ({ body: { network: { id: "n1", name: "extra" } } }));
    const cloud = await enter();
    expect(await cloud.get("network", "/networks/n1", z.object({ network: thing }))).toEqual({ network: { id: "n1" } });
    expect(door.asked[1]?.token).toBe("token-1");
  });

  it("sends the microversion and the query", async () => {
    door.on("GET /compute/v2.1/flavors", () => ({ body: { flavors: [] } }));
    const cloud = await enter();
    await cloud.list("compute", "/flavors", "flavors", thing, {
      microversion: "compute 2.61",
      query: { is_public: "None", limit: undefined },
    });
    const [asked] = door.askedOf("GET /compute/v2.1/flavors");
    expect(asked?.path).toBe("/compute/v2.1/flavors?is_public=None");
    expect(asked?.headers["openstack-api-version"]).toBe("compute 2.61");
  });

  it("says which service the catalogue lacks", async () => {
    const cloud = await enter();
    expect(cloud.has("dns")).toBe(false);
    const { problem } = await failureOf(cloud.list("dns", "/zones", "zones", thing));
    expect(problem.code).toBe("cloud-service-absent");
    expect(problem.what.fr).toContain("les noms de domaine (Designate)");
  });

  it("says who may not do what", async () => {
    door.on("GET /identity/v3/roles", () => ({ status: 403, body: { error: { message: "policy forbids it" } } }));
    const { problem, exitCode } = await failureOf((await enter()).list("identity", "/roles", "roles", thing));
    expect(problem.code).toBe("cloud-forbidden");
    expect(problem.what.en).toMatch(
      /^beffroi \(roles: reader\) may not do this: GET http:.*\/identity\/v3\/roles\. The cloud said: policy forbids it$/,
    );
    expect(exitCode).toBe(2);
  });

  it.each([
    ["another field than documented", { flavors: [{ id: 12 }] }, "`id` is not as documented"],
    ["no list", { other: [] }, "it holds no list `flavors`"],
    ["no JSON", "<html>", "the answer is not JSON"],
  ])("refuses an answer with %s", async (_, body, words) => {
    door.on("GET /compute/v2.1/flavors", () => ({ body }));
    const { problem, exitCode } = await failureOf((await enter()).list("compute", "/flavors", "flavors", thing));
    expect(problem.what.en).toContain(words);
    expect(exitCode).toBe(3);
  });

  it("shows what a service says without what would act on a terminal", async () => {
    door.on("GET /image/v2/images", () => ({ status: 400, body: { message: "bad\u001b[31m\n\u202e query" } }));
    const { problem } = await failureOf((await enter()).list("image", "/images", "images", thing));
    expect(problem.what.en).toMatch(/: status 400: bad \[31m query\.$/);
  });

  it("follows no redirection with the token", async () => {
    door.on("GET /compute/v2.1/flavors", () => ({ status: 302, headers: { Location: `${door.origin}/elsewhere` } }));
    const { problem } = await failureOf((await enter()).list("compute", "/flavors", "flavors", thing));
    expect(problem.what.en).toContain("status 302");
    expect(door.askedOf("GET /elsewhere")).toEqual([]);
  });
});

describe("a token that the cloud no longer takes", () => {
  it("is replaced once, for all who wait", async () => {
    door.on("GET /image/v2/images", ({ token }) => (token === "token-1" ? { status: 401 } : { body: { images: [] } }));
    const cloud = await enter();
    await Promise.all([1, 2, 3].map(() => cloud.list("image", "/images", "images", thing)));
    expect(door.askedOf("POST /v3/auth/tokens")).toHaveLength(2);
    expect(door.askedOf("GET /image/v2/images").filter(({ token }) => token === "token-2")).toHaveLength(3);
  });

  it("is not replaced for ever", async () => {
    door.on("GET /image/v2/images", () => ({ status: 401, body: { message: "no" } }));
    const cloud = await enter();
    const { problem } = await failureOf(cloud.list("image", "/images", "images", thing));
    expect(problem.code).toBe("cloud-credentials-refused");
    expect(door.askedOf("POST /v3/auth/tokens")).toHaveLength(2);
  });
});

describe("trying again", () => {
  it.each([
    ["429", { status: 429 }],
    ["503", { status: 503 }],
    ["502 of a gateway", { status: 502 }],
    ["a connection that breaks", "cut"],
    ["an answer cut in the middle", "half"],
  ] as const)("outlives %s, twice", async (_, fault) => {
    door.on("GET /image/v2/images", (_asked, times) => (times < 3 ? fault : { body: { images: [{ id: "i" }] } }));
    expect(await (await enter()).list("image", "/images", "images", thing)).toEqual([{ id: "i" }]);
  });

  it("waits as long as the cloud asks", async () => {
    door.on("GET /image/v2/images", (_, times) =>
      times === 1 ? { status: 429, headers: { "Retry-After": "0.3" } } : { body: { images: [] } },
    );
    const cloud = await enter();
    const started = performance.now();
    await cloud.list("image", "/images", "images", thing);
    expect(performance.now() - started).toBeGreaterThan(290);
  });

  it("ends, and says how often it tried", async () => {
    door.on("GET /image/v2/images", () => ({ status: 503 }));
    const { problem, exitCode } = await failureOf((await enter()).list("image", "/images", "images", thing));
    expect(problem.what.en).toContain("status 503 4 times");
    expect(exitCode).toBe(3);
  });

  it.each([
    ["a connection that breaks", "cut", "cloud-unreachable"],
    ["a 502", { status: 502 }, "cloud-answer-unexpected"],
  ] as const)("never repeats after %s what may have been done", async (_, fault, code) => {
    door.on("POST /network/v2.0/ports", () => fault);
    const cloud = await enter();
    const { problem } = await failureOf(cloud.send("network", "/ports", { method: "POST", body: { port: {} } }));
    expect(problem.code).toBe(code);
    expect(door.askedOf("POST /network/v2.0/ports")).toHaveLength(1);
  });

  it("repeats what the cloud had not begun", async () => {
    door.on("POST /network/v2.0/ports", (_, times) => ({ status: times === 1 ? 503 : 201 }));
    await (await enter()).send("network", "/ports", { method: "POST", body: { port: {} } });
    expect(door.askedOf("POST /network/v2.0/ports")).toHaveLength(2);
  });

  it("does not wait for ever on a server that is silent", async () => {
    door.on("GET /image/v2/images", () => "silence");
    const { problem } = await failureOf((await enter()).list("image", "/images", "images", thing));
    expect(problem.what.en).toContain("ETIMEDOUT");
  });

  it.each(["while a server is silent", "between two tries"])("stops at once when interrupted %s", async (when) => {
    const interrupt = new AbortController();
    door.on("GET /image/v2/images", () => (when === "between two tries" ? { status: 503 } : "silence"));
    const cloud = await enter({ signal: interrupt.signal, pauseMs: 5000, silenceMs: 5000 });
    const started = performance.now();
    const reason = new Error("interrupted");
    setTimeout(() => interrupt.abort(reason), 50);
    await expect(cloud.list("image", "/images", "images", thing)).rejects.toBe(reason);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
