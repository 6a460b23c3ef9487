import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { run } from "../../../cli/commands/toolchain";
import type { Language } from "../../../problems/language";
import { PROVIDER_FILE, providerScript, sha256, tofuScript, Workshop } from "../../engine/toolchain/workshop";

let shop: Workshop;
const before = { ...process.env };
beforeEach(() => {
  shop = new Workshop();
  Object.assign(process.env, shop.env);
});
afterEach(() => {
  process.env = { ...before };
  shop.remove();
});

async function screen(options: { json?: boolean; language?: Language } = {}) {
  const said = { out: "", err: "" };
  const into = (name: "out" | "err") => {
    const write = (text: string) => {
      said[name] += text;
    };
    return { write, isTTY: false } as unknown as NodeJS.WriteStream;
  };
  const code = await run({ json: false, language: "en", out: into("out"), err: into("err"), ...options });
  return { code, out: said.out.replaceAll(shop.root, "").replace(/\d{4}-\d\d-\d\d/g, "2026-01-31"), err: said.err };
}

describe("beffroi toolchain", () => {
  it("tells what is used, in English and in French", async () => {
    shop.program("tofu", tofuScript("1.12.8"));
    shop.program(PROVIDER_FILE, providerScript);
    expect(await screen()).toMatchInlineSnapshot(`
{
  "code": 0,
  "err": "",
  "out": "OpenTofu 1.12.8
  from     this machine
  file     /bin/tofu
  SHA-256  24bdd008541f6fbf2519eec9f01ce4d9fddc855d90dbeec1bc3e625b8c3591b6

terraform-provider-openstack 3.4.0
  from     this machine
  file     /bin/terraform-provider-openstack_v3.4.0
  SHA-256  c000f5f94d2e7dea054ad352da4f61fcbbfd4b35fec52ebc6281d593baebbf4c

  provider mirror    /cache/toolchain/mirrors/c000f5f94d2e7dea/plugins
  CLI configuration  /cache/toolchain/mirrors/c000f5f94d2e7dea/tofu.rc
",
}
`);
    expect((await screen({ language: "fr" })).out).toMatchInlineSnapshot(`
"OpenTofu 1.12.8
  origine  cette machine
  fichier  /bin/tofu
  SHA-256  24bdd008541f6fbf2519eec9f01ce4d9fddc855d90dbeec1bc3e625b8c3591b6

terraform-provider-openstack 3.4.0
  origine  cette machine
  fichier  /bin/terraform-provider-openstack_v3.4.0
  SHA-256  c000f5f94d2e7dea054ad352da4f61fcbbfd4b35fec52ebc6281d593baebbf4c

  miroir du fournisseur  /cache/toolchain/mirrors/c000f5f94d2e7dea/plugins
  configuration CLI      /cache/toolchain/mirrors/c000f5f94d2e7dea/tofu.rc
"
`);
  });

  it("tells what was passed over", async () => {
    shop.program("tofu", tofuScript("1.12.8"));
    shop.write("other/tofu", tofuScript("1.9.0"), 0o755);
    shop.program(PROVIDER_FILE, providerScript);
    process.env.PATH = `${shop.root}/other:${shop.bin}`;
    expect((await screen({ language: "fr" })).out.split("\n").slice(-3)).toMatchInlineSnapshot(`
[
  "",
  "/other/tofu est laissé de côté : c'est la version 1.9.0, et il faut une version publiée, 1.12.0 ou plus récente.",
  "",
]
`);
  });

  it("sets up what is missing, telling it on the other stream", async () => {
    shop.program("tofu", tofuScript("1.12.8"));
    shop.installGo();
    const first = await screen();
    expect(first.err).toContain(
      "terraform-provider-openstack 3.4.0 is built from its source: a few minutes, once per machine.\n" +
        "terraform-provider-openstack 3.4.0: built.\n",
    );
    expect(first.out).toContain("built now from github.com/terraform-provider-openstack");
    const second = await screen({ language: "fr" });
    expect(second.err).toBe("");
    expect(second.out).toContain(
      "le cache du kit, compilé le 2026-01-31 depuis github.com/terraform-provider-openstack",
    );
  });

  it("gives the same to machines", async () => {
    const path = shop.program("tofu", tofuScript("1.12.8"));
    shop.program(PROVIDER_FILE, providerScript);
    const { out, code } = await screen({ json: true });
    const { tofu, cliConfig, ...rest } = JSON.parse(out);
    expect(code).toBe(0);
    expect(tofu).toEqual({
      path: path.replace(shop.root, ""),
      version: "1.12.8",
      sha256: sha256(tofuScript("1.12.8")),
      origin: "path",
    });
    expect(readFileSync(shop.root + cliConfig, "utf8")).toContain("filesystem_mirror");
    expect(Object.keys(rest)).toEqual(["provider", "mirror", "cache", "notes"]);
  });
});
