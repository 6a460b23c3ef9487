import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type DiscoverOptions, discover } from "../../../engine/discover/discover";
import type { Cloud } from "../../../engine/openstack/cloud";
import { Secret } from "../../../engine/openstack/secret";
import { OperatorError, type Problem } from "../../../problems/problem";
import { exampleConfig } from "../../config-folder";

const CREDENTIALS: Cloud = {
  origin: { en: "the OS_* variables", fr: "les variables OS_*" },
  authUrl: "https://keystone.dc-aunis.example:5000/v3",
  login: { method: "token", token: new Secret("t") },
  interface: "public",
  insecure: false,
};

async function problemsOf(folder: string, options: Partial<DiscoverOptions> = {}): Promise<readonly Problem[]> {
  const credentials = () => CREDENTIALS;
  const common = { folder, target: "dc-aunis", credentials, check: false, renewImages: false, now: new Date() };
  const error = await discover({ ...common, ...options }).catch((reason: unknown) => reason);
  if (!(error instanceof OperatorError)) throw error;
  return error.problems;
}

describe("discover, before it asks the cloud anything", () => {
  it("suggests the target that was meant", async () => {
    const [problem] = await problemsOf(exampleConfig(), { target: "dc-auni" });
    expect(problem?.code).toBe("unknown-target");
    expect(problem?.what.en).toContain('Did you mean "dc-aunis"?');
  });

  it("reads the target's file alone: the first facts come before the config is whole", async () => {
    const folder = exampleConfig({ "syndicate.yaml": null, "facts/dc-aunis.yaml": null });
    const elsewhere = { ...CREDENTIALS, authUrl: "https://auth.elsewhere.example/v3", region: "GRA11" };
    const problems = await problemsOf(folder, { credentials: () => elsewhere });
    expect(problems.map(({ code }) => code)).toEqual(["target-other-cloud", "target-other-cloud"]);
    expect(problems[0]?.what.en).toBe(
      "The target dc-aunis is at https://keystone.dc-aunis.example:5000/v3; reading the OS_* variables, the credentials are for https://auth.elsewhere.example/v3.",
    );
    const text = readFileSync(join(folder, "targets/dc-aunis.yaml"), "utf8").split("\n");
    expect(text[(problems[0]?.at?.line ?? 0) - 1]).toMatch(/^authUrl:/);
    expect(text[(problems[1]?.at?.line ?? 0) - 1]).toMatch(/^region:/);
  });

  it("does not compare with facts that have mistakes", async () => {
    const folder = exampleConfig({ "facts/dc-aunis.yaml": "discovered: yesterday\n" });
    const problems = await problemsOf(folder, { check: true });
    expect(problems[0]?.at?.file).toBe("facts/dc-aunis.yaml");
  });
});
