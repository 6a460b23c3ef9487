import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readCredentials } from "../../../engine/openstack/credentials";
import { tokenRequest } from "../../../engine/openstack/token";
import { OperatorError, type Problem } from "../../../problems/problem";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beffroi-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** Reads with these variables; the current folder is `cwd/`, the user's `home/`. */
const read = (env: NodeJS.ProcessEnv = {}) =>
  readCredentials({ env, cwd: join(folder, "cwd"), home: join(folder, "home") });

function problemsOf(env: NodeJS.ProcessEnv = {}): readonly Problem[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof OperatorError) return error.problems;
    throw error;
  }
  throw new Error("it was accepted");
}

const URL_ = { OS_AUTH_URL: "https://keystone.example:5000/v3" };
const PASSWORD = { ...URL_, OS_USERNAME: "beffroi", OS_PASSWORD: "s3cret", OS_PROJECT_NAME: "aunis" };

const authOf = (env: NodeJS.ProcessEnv) => (tokenRequest(read(env)) as { auth: unknown }).auth;

describe("the OS_* variables", () => {
  const byPassword = (user: object) => ({ methods: ["password"], password: { user: { ...user, password: "s3cret" } } });
  const beffroi = { name: "beffroi", domain: { id: "default" } };
  const aunis = { project: { name: "aunis", domain: { id: "default" } } };

  it.each<[string, NodeJS.ProcessEnv, object]>([
    ["a password", PASSWORD, { identity: byPassword(beffroi), scope: aunis }],
    [
      "ids instead of names",
      { ...URL_, OS_USER_ID: "u1", OS_PASSWORD: "s3cret", OS_PROJECT_ID: "p1" },
      { identity: byPassword({ id: "u1" }), scope: { project: { id: "p1" } } },
    ],
    [
      "a domain of the user, which is then the project's too",
      { ...PASSWORD, OS_USER_DOMAIN_NAME: "towns" },
      {
        identity: byPassword({ name: "beffroi", domain: { name: "towns" } }),
        scope: { project: { name: "aunis", domain: { name: "towns" } } },
      },
    ],
    [
      "two domains",
      { ...PASSWORD, OS_USER_DOMAIN_ID: "d1", OS_PROJECT_DOMAIN_NAME: "towns" },
      {
        identity: byPassword({ name: "beffroi", domain: { id: "d1" } }),
        scope: { project: { name: "aunis", domain: { name: "towns" } } },
      },
    ],
    [
      "a tenant, as it was called",
      { ...PASSWORD, OS_PROJECT_NAME: "", OS_TENANT_NAME: "aunis" },
      { identity: byPassword(beffroi), scope: aunis },
    ],
    [
      "a domain as the scope",
      { ...PASSWORD, OS_PROJECT_NAME: undefined, OS_DOMAIN_NAME: "towns" },
      { identity: byPassword(beffroi), scope: { domain: { name: "towns" } } },
    ],
    [
      "the whole system as the scope",
      { ...PASSWORD, OS_SYSTEM_SCOPE: "all" },
      { identity: byPassword(beffroi), scope: { system: { all: true } } },
    ],
    [
      "a token",
      { ...URL_, OS_AUTH_TYPE: "v3token", OS_TOKEN: "gAAAA", OS_PROJECT_ID: "p1" },
      { identity: { methods: ["token"], token: { id: "gAAAA" } }, scope: { project: { id: "p1" } } },
    ],
    [
      "a password beside a token, which is then left alone",
      { ...PASSWORD, OS_TOKEN: "gAAAA" },
      { identity: byPassword(beffroi), scope: aunis },
    ],
    [
      "an application credential, which has its own project",
      {
        ...URL_,
        OS_AUTH_TYPE: "v3applicationcredential",
        OS_APPLICATION_CREDENTIAL_ID: "c1",
        OS_APPLICATION_CREDENTIAL_SECRET: "s3cret",
        OS_PROJECT_NAME: "aunis",
      },
      { identity: { methods: ["application_credential"], application_credential: { id: "c1", secret: "s3cret" } } },
    ],
    [
      "an application credential by its name",
      {
        ...URL_,
        OS_USERNAME: "beffroi",
        OS_APPLICATION_CREDENTIAL_NAME: "plan",
        OS_APPLICATION_CREDENTIAL_SECRET: "s3cret",
      },
      {
        identity: {
          methods: ["application_credential"],
          application_credential: { name: "plan", user: beffroi, secret: "s3cret" },
        },
      },
    ],
  ])("may hold %s", (_, env, auth) => {
    expect(authOf(env)).toEqual(auth);
  });

  it("may say the region, the interface and the certificate", () => {
    const ca = write("cwd/ca.pem", "-----BEGIN CERTIFICATE-----\nMII\n");
    const cloud = read({ ...PASSWORD, OS_REGION_NAME: "GRA11", OS_INTERFACE: "internalURL", OS_CACERT: "ca.pem" });
    expect(cloud).toMatchObject({ region: "GRA11", interface: "internal", insecure: false });
    expect(cloud.ca).toContain("BEGIN CERTIFICATE");
    expect(read({ ...PASSWORD, OS_CACERT: ca }).ca).toContain("BEGIN CERTIFICATE");
  });

  it.each([
    ["https://keystone.example:5000/v3/", "https://keystone.example:5000/v3"],
    ["https://keystone.example:5000", "https://keystone.example:5000/v3"],
    ["https://KEYSTONE.example:443/identity", "https://keystone.example/identity/v3"],
    ["http://someone:hidden@keystone.example:5000/v2.0", "http://keystone.example:5000/v3"],
  ])("have the address %s read as %s", (written, authUrl) => {
    expect(read({ ...PASSWORD, OS_AUTH_URL: written }).authUrl).toBe(authUrl);
  });

  it("lack what they lack, all at once", () => {
    const [problem, ...others] = problemsOf(URL_);
    expect(others).toEqual([]);
    expect(problem?.code).toBe("cloud-credentials-incomplete");
    expect(problem?.what.en).toBe(
      "Reading the OS_* variables, this is missing: OS_USERNAME / OS_USER_ID, OS_PASSWORD, OS_PROJECT_NAME / OS_PROJECT_ID.",
    );
  });

  it.each([
    ["OS_AUTH_URL", "keystone"],
    ["OS_AUTH_URL", "ftp://keystone.example"],
    ["OS_AUTH_TYPE", "v3oidcpassword"],
    ["OS_INTERFACE", "pubic"],
    ["OS_CACERT", "/nowhere.pem"],
    ["OS_CACERT", "/etc/passwd"],
  ])("are refused when %s is %s", (name, value) => {
    const [problem] = problemsOf({ ...PASSWORD, [name]: value });
    expect(problem?.code).toBe("cloud-credential-wrong");
    expect(problem?.what.en).toBe(`Reading the OS_* variables, ${name} is "${value}".`);
    expect(problem?.accepted).toBeDefined();
  });

  it("do not turn the check of certificates off by themselves", () => {
    const env = { ...PASSWORD, OS_INSECURE: "true" };
    expect(problemsOf(env)[0]?.code).toBe("cloud-insecure");
    expect(read({ ...env, BEFFROI_INSECURE: "yes" }).insecure).toBe(true);
    expect(read({ ...PASSWORD, OS_INSECURE: "false" }).insecure).toBe(false);
  });
});

const CLOUDS = `
clouds:
  aunis:
    auth: &auth
      auth_url: https://keystone.example:5000/v3
      username: beffroi
      password: 0123
      project_name: aunis
    region_name: RegionOne
  vault:
    auth: { <<: *auth, project_name: vault }
    regions: [{ name: Elsewhere }]
    verify: false
`;

describe("clouds.yaml", () => {
  it.each(["cwd/clouds.yaml", "home/.config/openstack/clouds.yml", "cwd/clouds.json"])("is found at %s", (name) => {
    const entry = { auth_url: "https://keystone.example/v3", username: "u", password: "p", project_name: "aunis" };
    write(name, JSON.stringify({ clouds: { aunis: { auth: entry } } }));
    expect(read({ OS_CLOUD: "aunis" }).authUrl).toBe("https://keystone.example/v3");
  });

  it("is the one of OS_CLIENT_CONFIG_FILE first, then that of the current folder", () => {
    const named = write("named.yaml", CLOUDS.replace("RegionOne", "named"));
    write("cwd/clouds.yaml", CLOUDS.replace("RegionOne", "current"));
    write("home/.config/openstack/clouds.yaml", CLOUDS.replace("RegionOne", "home"));
    expect(read({ OS_CLOUD: "aunis", OS_CLIENT_CONFIG_FILE: named }).region).toBe("named");
    expect(read({ OS_CLOUD: "aunis" }).region).toBe("current");
  });

  it("keeps a password of digits as it is written, and follows merge keys", () => {
    write("cwd/clouds.yaml", CLOUDS);
    expect(JSON.stringify(tokenRequest(read({ OS_CLOUD: "aunis" })))).toContain('"password":"0123"');
    const vault = read({ OS_CLOUD: "vault", BEFFROI_INSECURE: "yes" });
    expect(vault).toMatchObject({ region: "Elsewhere", insecure: true, scope: { project: { name: "vault" } } });
  });

  it("has its secrets filled in by secure.yaml, else by the environment", () => {
    write("cwd/clouds.yaml", CLOUDS.replace("      password: 0123\n", ""));
    expect(problemsOf({ OS_CLOUD: "aunis" })[0]?.what.en).toContain("this is missing: password.");
    expect(JSON.stringify(tokenRequest(read({ OS_CLOUD: "aunis", OS_PASSWORD: "env" })))).toContain('"env"');
    write("home/.config/openstack/secure.yaml", "clouds: { aunis: { auth: { password: secure } } }");
    expect(JSON.stringify(tokenRequest(read({ OS_CLOUD: "aunis", OS_PASSWORD: "env" })))).toContain('"secure"');
  });

  it("never takes its user from the environment", () => {
    write("cwd/clouds.yaml", CLOUDS);
    const env = {
      ...PASSWORD,
      OS_CLOUD: "aunis",
      OS_USERNAME: "someone",
      OS_APPLICATION_CREDENTIAL_ID: "c1",
      OS_PROJECT_ID: "p9",
    };
    expect(authOf(env)).toMatchObject({
      identity: { methods: ["password"], password: { user: { name: "beffroi" } } },
      scope: { project: { name: "aunis" } },
    });
  });

  it("is read when nothing is asked for and it has one cloud only", () => {
    write("cwd/clouds.yaml", CLOUDS.split("  vault:")[0] ?? "");
    expect(read().region).toBe("RegionOne");
    write("cwd/clouds.yaml", CLOUDS);
    expect(problemsOf()[0]).toMatchObject({ code: "cloud-not-chosen", accepted: { en: "aunis or vault" } });
    expect(read({ ...PASSWORD, OS_REGION_NAME: "variables" }).region).toBe("variables");
  });

  it("suggests the cloud that was meant", () => {
    const file = write("cwd/clouds.yaml", CLOUDS);
    const [problem] = problemsOf({ OS_CLOUD: "auni" });
    expect(problem?.code).toBe("cloud-unknown");
    expect(problem?.what.fr).toBe(`OS_CLOUD vaut « auni », qui n'est pas dans ${file}. Vouliez-vous dire « aunis » ?`);
  });

  it("is missed, with every place that was searched", () => {
    const [problem] = problemsOf();
    expect(problem?.code).toBe("cloud-credentials-missing");
    expect(problem?.what.en).toContain(join(folder, "home/.config/openstack"));
    expect(problemsOf({ OS_CLOUD: "aunis" })[0]?.what.en).toMatch(/^OS_CLOUD is "aunis", and there is no clouds.yaml/);
    expect(problemsOf({ OS_CLIENT_CONFIG_FILE: "/nowhere.yaml" })[0]?.code).toBe("clouds-file-missing");
  });

  it.each([
    ["is not YAML", 'clouds:\n  aunis:\n    auth: {password: "s3cret', "line 3 is not YAML"],
    ["has no clouds", "cloud:\n  aunis: s3cret\n", "clouds is not what is expected"],
    ["has no cloud under a name", "clouds:\n  aunis: s3cret\n", "clouds.aunis is not what is expected"],
  ])("that %s is refused, without showing its text", (_, text, words) => {
    write("cwd/clouds.yaml", text);
    const problems = problemsOf({ OS_CLOUD: "aunis" });
    expect(problems[0]?.what.en).toContain(words);
    expect(JSON.stringify(problems)).not.toContain("s3cret");
  });
});

it("shows no secret, however it is printed", () => {
  const cloud = read(PASSWORD);
  for (const shown of [inspect(cloud, { depth: 9 }), JSON.stringify(cloud), `${Object.values(cloud.login).join()}`])
    expect(shown).not.toContain("s3cret");
});
