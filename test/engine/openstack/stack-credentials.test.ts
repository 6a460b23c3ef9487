import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { entriesFor, stackCredentials } from "../../../engine/openstack/stack-credentials";
import { loadConfig } from "../../../schema/load";
import { exampleConfig, temporaryFolder } from "../../config-folder";
import { codesOf } from "../state/bench";

const AUTH_URL = "https://keystone.dc-aunis.example:5000/v3";
const REQUEST = { owner: "17299", stack: "hosting", target: "dc-aunis" };
const config = loadConfig(exampleConfig(), { only: [] });

const entry = (username: string, more: object = {}) => ({
  auth: { auth_url: AUTH_URL, username, password: `secret-of-${username}`, project_name: "p", ...more },
});

/** Credentials of Rochefort's hosting with these entries in the clouds.yaml of the current folder. */
function chosen(clouds: object | undefined, env: NodeJS.ProcessEnv = {}) {
  const cwd = temporaryFolder();
  const file = join(cwd, "clouds.yaml");
  if (clouds) writeFileSync(file, JSON.stringify({ clouds }));
  const found = stackCredentials({ ...REQUEST, config }, { cwd, home: cwd, env: { XDG_CONFIG_HOME: cwd, ...env } });
  return { ...found, file };
}

describe("the credentials of a stack", () => {
  it.each([
    ["dc-aunis-hosting-17299", ["dc-aunis", "dc-aunis-hosting", "dc-aunis-17299", "dc-aunis-hosting-17299"]],
    ["dc-aunis-17299", ["dc-aunis", "dc-aunis-hosting", "dc-aunis-17299"]],
    ["dc-aunis-hosting", ["dc-aunis-tenant", "dc-aunis", "dc-aunis-hosting", "dc-aunis-hosting-17300"]],
    ["dc-aunis", ["dc-aunis", "dc-aunis-17300", "dc-aunis-vault-17299"]],
  ])("are those of %s, the most precise entry", (name, names) => {
    const clouds = Object.fromEntries(names.map((one) => [one, entry(one)]));
    const { env, cloud, file } = chosen(clouds);
    expect(env).toMatchObject({ OS_CLOUD: name, OS_CLIENT_CONFIG_FILE: file });
    expect(cloud?.login).toMatchObject({ method: "password", user: { name } });
  });

  it("are looked for from the most precise name on", () => {
    expect(entriesFor(REQUEST)).toEqual(["dc-aunis-hosting-17299", "dc-aunis-17299", "dc-aunis-hosting", "dc-aunis"]);
  });

  it("win over the caller's own, of which nothing stays", () => {
    const env = { OS_CLOUD: "mine", OS_USERNAME: "me", OS_PASSWORD: "mine", OS_PROJECT_ID: "other", PATH: "/bin" };
    expect(chosen({ "dc-aunis": entry("town"), mine: entry("me") }, env).env).toEqual({
      XDG_CONFIG_HOME: expect.any(String),
      PATH: "/bin",
      OS_CLOUD: "dc-aunis",
      OS_CLIENT_CONFIG_FILE: expect.any(String),
    });
  });

  it("take from the environment the one secret that their entry leaves out", () => {
    const { auth } = entry("town");
    const clouds = { "dc-aunis": { auth: { ...auth, password: "" } } };
    const env = { OS_PASSWORD: "typed", OS_APPLICATION_CREDENTIAL_SECRET: "of-somebody-else" };
    const { env: given = {} } = chosen(clouds, env);
    expect([given.OS_PASSWORD, given.OS_APPLICATION_CREDENTIAL_SECRET]).toEqual(["typed", undefined]);
  });

  it("are the caller's OS_* where no entry is named after the stack", () => {
    const env = { OS_AUTH_URL: AUTH_URL, OS_USERNAME: "me", OS_PASSWORD: "p", OS_PROJECT_NAME: "p" };
    expect(chosen({ other: entry("other") }, env).cloud?.login).toMatchObject({ user: { name: "me" } });
    expect(chosen(undefined, env).env).toMatchObject(env);
  });

  it("are the entry that OS_CLOUD names, whose file OpenTofu finds from any folder", () => {
    const { env, file } = chosen({ mine: entry("me"), other: entry("other") }, { OS_CLOUD: "mine" });
    expect(env).toMatchObject({ OS_CLOUD: "mine", OS_CLIENT_CONFIG_FILE: file });
  });

  it("are none where nothing names any, even if clouds.yaml has one entry", () => {
    expect(chosen({ other: entry("other") }).env).toBeUndefined();
    expect(chosen(undefined).env).toBeUndefined();
  });

  it("are refused for another cloud than the target's", async () => {
    const clouds = { "dc-aunis": entry("town", { auth_url: "https://elsewhere.example/v3" }) };
    expect(await codesOf((async () => chosen(clouds))())).toEqual(["target-other-cloud"]);
  });
});
