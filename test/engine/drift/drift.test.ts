import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type DriftRequest, drift } from "../../../engine/drift/drift";
import { readCredentials } from "../../../engine/openstack/credentials";
import { loadConfig } from "../../../schema/load";
import { exampleConfig, KIT } from "../../config-folder";

const TOWNS = ["17004", "2A108"];
const read = (file: string) => readFileSync(join(KIT, "config", file), "utf8");

/** Looks at two towns, the second of which is on `target`; nothing is reached before the credentials. */
function look(target: string, credentials: DriftRequest["credentials"]) {
  const folder = exampleConfig({
    "targets/autre.yaml": read("targets/dc-aunis.yaml"),
    "facts/autre.yaml": read("facts/dc-aunis.yaml"),
    "towns/2A108-evisa.yaml": `${read("towns/2A108-evisa.yaml")}target: ${target}\n`,
  });
  const config = loadConfig(folder);
  return drift({ config, insees: TOWNS, known: TOWNS, credentials } as unknown as DriftRequest);
}

describe("the drift of several towns", () => {
  it("is refused when they are on several targets: credentials open one", async () => {
    const never = () => {
      throw new Error("credentials were asked for");
    };
    await expect(look("autre", never)).rejects.toThrow("drift-several-targets");
  });

  it("is refused, before anything is sent, when the credentials are for another cloud", async () => {
    const env = {
      OS_AUTH_URL: "https://elsewhere.example/v3",
      OS_USERNAME: "u",
      OS_PASSWORD: "p",
      OS_USER_DOMAIN_NAME: "Default",
      OS_PROJECT_NAME: "p",
      OS_PROJECT_DOMAIN_NAME: "Default",
    };
    await expect(look("dc-aunis", () => readCredentials({ env }))).rejects.toThrow("target-other-cloud");
  });
});
