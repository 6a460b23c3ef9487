import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { writeMirror } from "../../../engine/toolchain/mirror";
import { kitPinsFile, readPins } from "../../../engine/toolchain/pins";
import type { Tool } from "../../../engine/toolchain/tool";

const pin = readPins(kitPinsFile()).provider;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "beffroi-mirror-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const tool = (path: string, digit: string): Tool => ({
  path,
  version: "3.4.0",
  sha256: digit.repeat(64),
  origin: "path",
});
const write = (cache: string, provider: Tool) => writeMirror(cache, pin, "linux_amd64", provider);
const linkIn = (folder: string) =>
  join(folder, "registry.opentofu.org/terraform-provider-openstack/openstack/3.4.0/linux_amd64", pin.file);

describe("writeMirror", () => {
  it("keeps two different providers apart", () => {
    const [one, two] = [write(root, tool("/a", "1")), write(root, tool("/b", "2"))];
    expect(readlinkSync(linkIn(one.folder))).toBe("/a");
    expect(readlinkSync(linkIn(two.folder))).toBe("/b");
  });

  it("follows the same provider to another place", () => {
    write(root, tool("/a", "1"));
    expect(readlinkSync(linkIn(write(root, tool("/b", "1")).folder))).toBe("/b");
  });

  it("quotes a folder whose name would mean something to OpenTofu", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the folder's name is a template of OpenTofu's
    const odd = join(root, 'été "${x} %{y}');
    mkdirSync(odd);
    const { cliConfig } = write(odd, tool("/a", "1"));
    expect(readFileSync(cliConfig, "utf8")).toContain('été \\"$${x} %%{y}');
  });
});
